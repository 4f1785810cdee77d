/* Where one writes. A sentence stands in the log from the frame in which it was sent; under its key it is told again
 * after a lost connection, and the server takes it once. What is refused comes back into the field. */
import { ArrowUp, AtSign, Square } from "lucide-react";
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { Choices, useChoices } from "./choices.jsx";
import { called, commandAt } from "./commands.jsx";
import { isSlow, isUp, useReturn } from "./connection.jsx";
import { newId } from "./keys.jsx";
import { LinesOffer, useLines } from "./lines.jsx";
import { drawn, fitting, inPieces, nameAt, namesIn, putName, told } from "./names.jsx";

let sent = []; // [{id, text, thread, names}], not yet answered
const hearers = new Set();
const keep = (next) => {
  sent = next;
  if (!sent.length) isSlow(false);
  for (const hearer of hearers) hearer();
};
const hear = (hearer) => (hearers.add(hearer), () => hearers.delete(hearer));
const NONE = [];
export const useSent = () => useSyncExternalStore(hear, () => sent, () => NONE);

const SLOW = 4000;
const LOOKS_AFTER = 200; // of rest, behind @
const NEAR = 0.9; // of the longest message: from here on it is counted

/* The draft outlives the page, for this person only. */
const place = (person) => `taskchat.draft.${person}`;
const draft = {
  read: (person) => {
    try {
      return JSON.parse(localStorage.getItem(place(person))) ?? {};
    } catch {
      return {};
    }
  },
  write: (person, text, names, id = "") => {
    if (!person) return;
    try {
      if (text) localStorage.setItem(place(person), JSON.stringify({ text, names: namesIn(text, names), id }));
      else localStorage.removeItem(place(person));
    } catch {
      /* no room, or not allowed: the draft lives as long as the page */
    }
  },
};

const number = (count) => count.toLocaleString("en");
const LABELS = { "@": "Tasks and lists", "/": "Commands" };

let say = null; // sends a sentence that nobody has to type; what is being written stays

export function Composer({
  thread, person, answered, refused, running, longest = 10000, hints, commands, offers, linesAnswered, linesLeft, linesWrong,
  onSend, onStop, onLook, onNew, onLines, ...rest
}) {
  const field = useRef(null);
  const names = useRef([]); // the tasks and lists named in the field
  const again = useRef(""); // the key of a send that nobody has answered before the page was loaded anew
  const waits = useRef(false); // Enter was pressed while nobody was there
  const closed = useRef(-1); // where Escape has closed the choices
  const [text, setText] = useState("");
  const [asked, setAsked] = useState(null); // what is being typed behind @ or /
  const [wrong, setWrong] = useState("");
  const count = [...text.trim()].length;
  const tooLong = count > longest ? `A message has at most ${number(longest)} characters. Shorten it, or send it in parts.` : "";
  const problem = tooLong || wrong;
  const about = [problem && "composer-wrong", count >= longest * NEAR && "composer-count"].filter(Boolean).join(" ");
  const grow = () => {
    const { style } = field.current;
    style.height = "auto";
    // A pane that does not show measures nothing: its field keeps the height of one line.
    if (field.current.scrollHeight) style.height = `${field.current.scrollHeight}px`;
    setText(field.current.value);
  };
  const put = (words, kept = []) => {
    field.current.value = words;
    names.current = kept;
    setAsked(null);
    grow();
  };
  const look = () => {
    const { value, selectionStart: caret, selectionEnd: end } = field.current;
    const typed = caret === end ? (commandAt(value) ?? nameAt(value, caret, names.current)) : null;
    if (typed?.at !== closed.current) closed.current = -1;
    setAsked(closed.current < 0 ? typed : null);
  };
  const changed = () => {
    again.current = "";
    waits.current = false;
    names.current = namesIn(field.current.value, names.current);
    setWrong("");
    grow();
    look();
    draft.write(person, field.current.value, names.current);
  };
  const tell = (one) => onSend(one.text, one.id, one.thread, person, told(one.text, one.names));
  const out = (one) => {
    keep([...sent, one]);
    if (isUp()) tell(one);
    setTimeout(() => sent.some(({ id }) => id === one.id) && isSlow(true), SLOW);
  };
  const send = () => {
    const words = field.current.value.trim();
    field.current.focus();
    if (!words || tooLong) return;
    if (!isUp()) return void (waits.current = true);
    const id = again.current || newId();
    again.current = "";
    draft.write(person, words, names.current, id);
    const one = { id, text: words, thread, names: names.current };
    put("");
    setWrong("");
    out(one);
  };
  say = (words) => {
    field.current.focus();
    out({ id: newId(), text: words, thread, names: [] });
  };
  const lines = useLines({
    text, answered: linesAnswered, left: linesLeft, onMake: (list, key) => onLines(list, key, person),
    onLeft: (left) => {
      put(left);
      setWrong(linesWrong);
      draft.write(person, left, []);
      field.current.focus();
    },
  });
  useReturn(() => {
    sent.forEach(tell);
    lines.again();
    if (waits.current) ((waits.current = false), send());
  });
  useEffect(() => {
    const mine = sent.find((one) => one.id === answered);
    if (!mine) return;
    keep(sent.filter((one) => one !== mine));
    if (refused) {
      put([mine.text, field.current.value].filter(Boolean).join("\n"), [...mine.names, ...names.current]);
      setWrong(refused);
    }
    draft.write(person, field.current.value, names.current);
  }, [answered]);
  const owner = useRef("");
  useEffect(() => {
    if (!person) return;
    if (owner.current && owner.current !== person) (keep([]), put("")); // somebody else sits here now
    owner.current = person;
    if (field.current.value) return;
    const kept = draft.read(person);
    again.current = kept.id ?? "";
    put(kept.text ?? "", kept.names ?? []);
  }, [person]);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current && !thread) field.current.focus();
    first.current = false;
  }, [thread]);
  useEffect(() => {
    if (asked?.sign !== "@") return undefined;
    const wait = setTimeout(() => onLook(asked.words), LOOKS_AFTER);
    return () => clearTimeout(wait);
  }, [asked?.sign, asked?.at, asked?.words]);
  const options = useMemo(() => {
    if (!asked) return NONE;
    return asked.sign === "/" ? called(commands, asked.words) : fitting(offers, asked.words);
  }, [asked?.sign, asked?.words, offers]);
  const pick = (one) => {
    if (asked.sign === "@") {
      names.current = putName(field.current, asked.at, one, names.current);
      return changed();
    }
    put(one.begins);
    draft.write(person, one.begins, []);
    if (one.says) say(one.says);
    if (one.does === "new") onNew();
  };
  const close = () => {
    closed.current = asked.at;
    setAsked(null);
  };
  const choices = useChoices(options, pick, close);
  const press = (event) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229 || choices.press(event)) return;
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    send();
  };
  const name = () => {
    const { value, selectionStart: caret } = field.current;
    field.current.focus();
    field.current.setRangeText(/(^|\s)$/.test(value.slice(0, caret)) ? "@" : " @", caret, field.current.selectionEnd, "end");
    changed();
  };
  return (
    <form className="composer" data-wrong={problem ? "" : undefined} onSubmit={(event) => (event.preventDefault(), send())} {...rest}>
      <Choices label={LABELS[asked?.sign] ?? ""} options={options} active={choices.active} onPick={pick} />
      <LinesOffer count={lines.count} isMaking={lines.isMaking} onMake={lines.make} />
      <div className="composer-box">
        <button type="button" className="composer-name" aria-label="Name a task or a list" title="Name a task or a list" onClick={name}>
          <AtSign size={16} strokeWidth={1.75} aria-hidden="true" />
        </button>
        <div className="composer-field">
          <div className="composer-marks" aria-hidden="true">{names.current.length ? drawn(inPieces(text, names.current)) : null}</div>
          <textarea
            ref={field} name="message" aria-label="Message" rows={1} dir="auto" enterKeyHint="send" autoComplete="off"
            placeholder={hints[matchMedia("(pointer: coarse)").matches ? 1 : 0]} aria-invalid={problem ? true : undefined}
            aria-describedby={about || undefined} onInput={changed} onSelect={look} onBlur={() => setAsked(null)} onKeyDown={press}
            onPaste={(event) => text.trim() || lines.offer(event.clipboardData.getData("text"))}
            onScroll={(event) => (event.target.previousSibling.scrollTop = event.target.scrollTop)} {...choices.steers}
          />
        </div>
        {running ? (
          <button type="button" className="composer-stop" aria-label="Stop" title="Stop" onClick={() => (onStop(), field.current.focus())}>
            <Square size={14} strokeWidth={1.75} aria-hidden="true" />
          </button>
        ) : null}
        <button
          type="submit" className="composer-send" aria-label="Send" aria-disabled={!text.trim() || !!tooLong || undefined}
          title={tooLong ? "Too long to send" : text.trim() ? "Send" : "Write something first"}
        >
          <ArrowUp size={16} strokeWidth={1.75} aria-hidden="true" />
        </button>
      </div>
      {count >= longest * NEAR ? (
        <p id="composer-count" className="composer-count" data-over={tooLong ? "" : undefined}>{`${number(count)} of ${number(longest)}`}</p>
      ) : null}
      {problem ? <p id="composer-wrong" role="alert" className="composer-wrong">{problem}</p> : null}
    </form>
  );
}

/* What was sent here and not yet answered. */
export function Pending({ thread, answered, ...rest }) {
  const mine = useSent().filter((one) => one.thread === thread && one.id !== answered);
  return mine.map((one) => (
    <p key={one.id} dir="auto" data-pending="" {...rest}>
      {drawn(inPieces(one.text, one.names))}
    </p>
  ));
}

/* Only while nothing waits for an answer. */
export function Silence({ children, ...rest }) {
  return useSent().length ? null : <div {...rest}>{children}</div>;
}

export function Prompt({ words, ...rest }) {
  return (
    <button type="button" onClick={() => say?.(words)} {...rest}>
      {words}
    </button>
  );
}
