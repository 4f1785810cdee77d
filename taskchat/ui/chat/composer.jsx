/* Where one writes. A sentence stands in the log a moment after it was sent (see outbox). What is refused, or taken back
 * while nobody was there, comes back into the field. */
import { ArrowUp, AtSign, Square } from "lucide-react";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { AttachButton, held, Held, intoFiles, useHeld } from "./attachments.jsx";
import { Choices, useChoices } from "./choices.jsx";
import { called, commandAt } from "./commands.jsx";
import { came, expects, isUp, useReturn } from "./connection.jsx";
import { drafts } from "./drafts.jsx";
import { newId } from "./keys.jsx";
import { LinesOffer, useLines } from "./lines.jsx";
import { useRename } from "../../design/here/here.jsx";
import { drawn, fitting, inPieces, nameAt, namesIn, putName, told } from "./names.jsx";
import { outbox, useOutbox, Waiting } from "./outbox.jsx";
import { quoted, setQuote, useQuote } from "./quote.jsx";
import { draw } from "./soon.jsx";
import { desk } from "../../tasks/client/picked.jsx";

const NONE = [];
const LOOKS_AFTER = 200; // of rest, behind @
const NEAR = 0.9; // of the longest message: from here on it is counted

const number = (count) => count.toLocaleString("en");
const LABELS = { "@": "Tasks and lists", "/": "Commands" };

/* The first that fits; the last where none does, and where one types with thumbs. */
function useHint(field, hints) {
  const [hint, setHint] = useState(hints.at(-1));
  useEffect(() => {
    const pen = document.createElement("canvas").getContext("2d");
    const sized = new ResizeObserver(([{ contentRect }]) => {
      pen.font = getComputedStyle(field.current).font;
      const fits = (words) => pen.measureText(words).width < contentRect.width;
      setHint(matchMedia("(pointer: coarse)").matches ? hints.at(-1) : (hints.find(fits) ?? hints.at(-1)));
    });
    sized.observe(field.current);
    return () => sized.disconnect();
  }, []);
  return hint;
}

export const inField = { put: null, isTooLate: null }; // a queued message goes back into the field, or has begun before it could
let say = null; // sends a sentence that nobody has to type; what is being written stays
let takeBack = null; // what has not gone out yet

/* As the server takes it. */
const asSent = ({ id, text, thread, person, quote, names, files, reader, instead = "" }) => ({
  id, text, thread, person, quote, instead, pieces: told(text, names), files: files.map((file) => file.id), files_to: files.length ? reader : "",
});

export function Composer({
  thread, person, answered, refused, running, longest = 10000, hints, commands, offers, linesAnswered, linesLeft, linesWrong,
  reader, server, onSend, onStop, onLook, onNew, onArrive, onLines, ...rest
}) {
  const field = useRef(null);
  const names = useRef([]); // the tasks and lists named in the field
  const means = useRef(false); // Enter was pressed while a name was being looked for
  const closed = useRef(-1); // where Escape has closed the choices
  const at = useRef(null); // the conversation whose draft stands in the field
  const listAt = useRef(null); // the one in which a list is being made into tasks
  const instead = useRef(null); // the queued message that stands in the field to be changed
  const taken = useRef(""); // its words as they were
  const aside = useRef(null); // the draft whose place it takes
  const owner = useRef(""); // who sits here, or sat here last
  const [text, setText] = useState("");
  const [asked, setAsked] = useState(null); // what is being typed behind @ or /
  const [wrong, setWrong] = useState("");
  const isNothing = !useHeld().some((file) => file.id) && !text.trim();
  const count = [...text.trim()].length;
  const tooLong = count > longest ? `A message has at most ${number(longest)} characters. Shorten it, or send it in parts.` : "";
  const problem = tooLong || wrong;
  const about = [problem && "composer-wrong", count >= longest * NEAR && "composer-count"].filter(Boolean).join(" ");
  const grow = () => {
    const { style, value } = field.current;
    style.height = "auto";
    // An empty one need not be measured. A pane that does not show measures nothing: its field keeps one line's height.
    if (value && field.current.scrollHeight) style.height = `${field.current.scrollHeight}px`;
    setText(value);
  };
  const put = ({ text: words = "", quote = "", names: kept = [], instead: one = "", aside: other = null } = {}) => {
    instead.current = one;
    aside.current = other;
    field.current.value = words;
    names.current = kept;
    means.current = false;
    setQuote(quote);
    setAsked(null);
    grow();
  };
  const draft = () => ({
    ...(instead.current && { instead: instead.current }), ...(aside.current && { aside: aside.current }),
    text: field.current.value, names: names.current, quote: quoted(), files: held.kept(),
  });
  const putWhole = (kept) => {
    put(kept);
    held.take();
    held.giveBack(kept.files ?? []);
    setWrong("");
    save();
    field.current.focus();
  };
  const save = () => drafts.write(person || owner.current, at.current, draft());
  const look = () => {
    const { value, selectionStart: caret, selectionEnd: end } = field.current;
    const typed = caret === end ? (commandAt(value) ?? nameAt(value, caret, names.current)) : null;
    if (typed?.at !== closed.current) closed.current = -1;
    setAsked(closed.current < 0 ? typed : null);
  };
  const changed = () => {
    means.current = false;
    names.current = namesIn(field.current.value, names.current);
    setWrong("");
    grow();
    look();
    save();
  };
  const turnTo = (conversation) => {
    at.current = conversation;
    const kept = drafts.read(person, conversation);
    setWrong("");
    put(kept);
    held.turnTo(conversation, kept.files ?? []);
  };
  const giveBack = (one) => {
    const words = [one.text, field.current.value].filter(Boolean).join("\n");
    put({ text: words, names: [...one.names, ...names.current], quote: one.quote || quoted(), instead: one.instead });
    held.giveBack(one.files);
  };
  const send = () => {
    draw();
    const words = field.current.value.trim() || held.words();
    field.current.focus();
    if (!words || tooLong || !person) return;
    if (held.isBusy()) return setWrong("A file is still on its way. Send when it is there, or remove it.");
    const { aside: next = {}, ...said } = { ...draft(), text: words };
    drafts.write(person, at.current, next);
    out({ ...(desk.into?.(said) ?? said), id: newId(), thread, person, reader, behind: running }, () => {
      put(next);
      held.take();
      held.giveBack(next.files ?? []);
      setWrong("");
    });
  };
  inField.put = (one) => {
    draw();
    const { files, ...before } = draft();
    taken.current = one.text;
    const isDraft = before.text || before.quote || before.aside || files.length;
    putWhole({ ...one, instead: one.id, aside: isDraft ? { ...before, files } : null });
  };
  inField.isTooLate = (id) => {
    if (instead.current !== id) return;
    if (field.current.value === taken.current) return putWhole(aside.current ?? {});
    instead.current = "";
    save();
  };
  say = (words) => {
    draw();
    field.current.focus();
    out({ id: newId(), text: words, thread, person, names: [], quote: "", files: [], reader, behind: running });
  };
  takeBack = (one) => {
    outbox.drop(one);
    giveBack(one);
    save();
    field.current.focus();
  };
  const lines = useLines({
    text, answered: linesAnswered, left: linesLeft, onMake: (list, key) => ((listAt.current = at.current), onLines(list, key, person)),
    onLeft: (left) => {
      setWrong(linesWrong);
      if (listAt.current !== at.current) return drafts.write(person, listAt.current, { text: left });
      put({ ...draft(), text: left });
      save();
      field.current.focus();
    },
  });
  useReturn(lines.again);
  const rename = useRename();
  const arrived = useRef(false); // the server has come to the conversation that the address named
  useLayoutEffect(() => {
    field.current.addEventListener("beforeinput", draw); // React's event of this name is another one
    return draw;
  }, []);
  useLayoutEffect(() => {
    draw();
    // Nobody sits here any more: what they were writing waits for them, whoever else's drafts have gone (S-03).
    if (!person) return void (owner.current && (save(), outbox.keepAll()));
    const before = owner.current;
    owner.current = person;
    if (before && before !== person) outbox.clear();
    if (before !== person) outbox.restore(person);
    if (before && before !== person) (held.forget(), turnTo(thread)); // somebody else sits here now
    const named = new URLSearchParams(window.location.search).get("c") ?? "";
    if (!arrived.current && thread !== named) return void (at.current === null && turnTo(named));
    arrived.current = true;
    if (thread === at.current) return;
    if (at.current !== "" || outbox.find(answered)?.thread !== "") {
      if (thread !== named) onArrive(); // the server went by an address from before that one had its name
      return turnTo(thread);
    }
    drafts.write(person, "", {}); // the first words began this conversation: what is written since belongs to it
    rename({ c: thread }).then(() => at.current === thread || onArrive());
    at.current = thread;
    outbox.moveTo(thread);
    held.moveTo(thread);
    save();
  }, [person, thread]);
  useLayoutEffect(() => {
    draw();
    const mine = outbox.find(answered);
    if (!mine) return;
    outbox.drop(mine);
    if (!refused) return;
    setWrong(refused);
    if (mine.thread === at.current) (giveBack(mine), save());
    else drafts.giveBack(person, mine);
  }, [answered]);
  const out = useOutbox({ person, thread, running, answered }, (one) => onSend(asSent(one)));
  useEffect(() => void (running || came("stop")), [running]);
  held.whenTouched(changed);
  const quote = useQuote();
  useEffect(() => {
    if (at.current !== null && quote !== (drafts.read(person, at.current).quote ?? "")) changed();
  }, [quote]);
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
    put({ ...draft(), text: one.begins });
    save();
    if (one.says) say(one.says);
    if (one.does === "new") onNew();
  };
  const isLookedFor = asked?.sign === "@" && asked.words && offers.words !== asked.words;
  useEffect(() => {
    if (!means.current || isLookedFor) return;
    means.current = false;
    if (options.length) pick(options[0]);
    else send();
  }, [isLookedFor]);
  const close = () => {
    closed.current = asked.at;
    setAsked(null);
  };
  const choices = useChoices(options, pick, close);
  const press = (event) => {
    draw();
    if (event.nativeEvent.isComposing || event.keyCode === 229 || choices.press(event)) return;
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    // As if what is asked for stood there already; who presses it once more means the words as they are.
    if (isLookedFor && isUp() && !means.current) return void ((means.current = true), onLook(asked.words));
    send();
  };
  const name = () => {
    const { value, selectionStart: caret } = field.current;
    field.current.focus();
    field.current.setRangeText(/(^|\s)$/.test(value.slice(0, caret)) ? "@" : " @", caret, field.current.selectionEnd, "end");
    changed();
  };
  return (
    <form className="composer" data-wrong={problem ? "" : undefined} onSubmit={(event) => (event.preventDefault(), send())} {...intoFiles(server)} {...rest}>
      <Held reader={reader} server={server} />
      <Choices label={LABELS[asked?.sign] ?? ""} options={options} active={choices.active} onPick={pick} />
      <LinesOffer count={lines.count} isMaking={lines.isMaking} onMake={lines.make} />
      <div className="composer-picked" />
      <div className="composer-box">
        <AttachButton server={server} />
        <button type="button" className="composer-name" aria-label="Name a task or a list" title="Name a task or a list" onClick={name}>
          <AtSign size={16} strokeWidth={1.75} aria-hidden="true" />
        </button>
        <div className="composer-field">
          <div className="composer-marks" aria-hidden="true">{names.current.length ? drawn(inPieces(text, names.current)) : null}</div>
          <textarea
            ref={field} name="message" aria-label="Message" rows={1} dir="auto" enterKeyHint="send" autoComplete="off"
            placeholder={useHint(field, hints)} aria-invalid={problem ? true : undefined}
            aria-describedby={about || undefined} onInput={changed} onSelect={look} onBlur={() => setAsked(null)} onKeyDown={press}
            onPaste={(event) => text.trim() || lines.offer(event.clipboardData.getData("text"))}
            onScroll={(event) => (event.target.previousSibling.scrollTop = event.target.scrollTop)} {...choices.steers}
          />
        </div>
        {running ? (
          <button type="button" className="composer-stop" aria-label="Stop" title="Stop" onClick={(event) => event.detail < 2 && (expects("stop"), onStop(), field.current.focus())}>
            <Square size={14} strokeWidth={1.75} aria-hidden="true" />
          </button>
        ) : null}
        <button
          type="submit" className="composer-send" aria-label="Send" aria-disabled={isNothing || !!tooLong || undefined}
          title={tooLong ? "Too long to send" : isNothing ? "Write something first" : running ? "Send when this answer has ended" : "Send"}
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
export const Pending = (rest) => <Waiting onTakeBack={(one) => takeBack(one)} {...rest} />;

export function Prompt({ words, ...rest }) {
  return (
    <button type="button" onClick={() => say?.(words)} {...rest}>
      {words}
    </button>
  );
}
