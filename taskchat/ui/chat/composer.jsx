/* Where one writes. A sentence stands in the log from the frame in which it was sent; under its key it is told again
 * after a lost connection, and the server takes it once. What is refused comes back into the field. */
import { ArrowUp, Square } from "lucide-react";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { AttachButton, held, Held, intoFiles, useHeld } from "./attachments.jsx";
import { isSlow, isUp, useReturn } from "./connection.jsx";

let sent = []; // [{id, text, thread, files, reader}], not yet answered
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
const newId = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

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
  write: (person, text, id = "") => {
    if (!person) return;
    try {
      if (text) localStorage.setItem(place(person), JSON.stringify({ text, id }));
      else localStorage.removeItem(place(person));
    } catch {
      /* no room, or not allowed: the draft lives as long as the page */
    }
  },
};

let say = null; // the composer's send, for the prompts of an empty conversation

export function Composer({ thread, person, answered, refused, running, longest = 10000, hints, reader, server, onSend, onStop, ...rest }) {
  const field = useRef(null);
  const again = useRef(""); // the key of a send that nobody has answered before the page was loaded anew
  const waits = useRef(false); // Enter was pressed while nobody was there
  const [empty, setEmpty] = useState(true);
  const [wrong, setWrong] = useState("");
  const hasFiles = useHeld().some((file) => file.id);
  const grow = () => {
    const { style } = field.current;
    style.height = "auto";
    // A pane that does not show measures nothing: its field keeps the height of one line.
    if (field.current.scrollHeight) style.height = `${field.current.scrollHeight}px`;
    setEmpty(!field.current.value.trim());
  };
  const put = (text) => {
    field.current.value = text;
    grow();
  };
  const changed = () => {
    again.current = "";
    waits.current = false;
    setWrong("");
    grow();
    draft.write(person, field.current.value);
  };
  const tell = ({ id, text, thread: place, files, reader: named }) => onSend(text, id, place, person, files.map((file) => file.id), files.length ? named : "");
  const send = (words = field.current.value) => {
    const text = words.trim() || held.words();
    const count = [...text].length;
    field.current.focus();
    if (!text) return;
    if (count > longest) return setWrong(`A message has at most ${longest.toLocaleString("en")} characters; this one has ${count.toLocaleString("en")}.`);
    if (held.isBusy()) return setWrong("A file is still on its way. Send when it is there, or remove it.");
    if (!isUp()) return void (waits.current = true);
    const id = again.current || newId();
    again.current = "";
    const one = { id, text, thread, files: held.take(), reader };
    keep([...sent, one]);
    draft.write(person, text, id);
    put("");
    setWrong("");
    tell(one);
    setTimeout(() => sent.includes(one) && isSlow(true), SLOW);
  };
  say = (words) => (isUp() ? send(words) : (put(words), changed(), send()));
  useReturn(() => {
    for (const one of sent) tell(one);
    if (waits.current) ((waits.current = false), send());
  });
  useEffect(() => {
    const mine = sent.find((one) => one.id === answered);
    if (!mine) return;
    keep(sent.filter((one) => one !== mine));
    if (refused) {
      put([mine.text, field.current.value].filter(Boolean).join("\n"));
      held.giveBack(mine.files);
      setWrong(refused);
    }
    draft.write(person, field.current.value);
    held.settle();
  }, [answered]);
  held.whenTouched(() => (again.current = ""));
  const owner = useRef("");
  useEffect(() => {
    if (!person) return;
    if (owner.current && owner.current !== person) (keep([]), put("")); // somebody else sits here now
    owner.current = person;
    held.isOf(person);
    if (field.current.value) return;
    const kept = draft.read(person);
    again.current = kept.id ?? "";
    put(kept.text ?? "");
  }, [person]);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current && !thread) field.current.focus();
    first.current = false;
  }, [thread]);
  const press = (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    send();
  };
  return (
    <form className="composer" data-wrong={wrong ? "" : undefined} onSubmit={(event) => (event.preventDefault(), send())} {...intoFiles(server)} {...rest}>
      <Held reader={reader} server={server} />
      <div className="composer-box">
        <AttachButton server={server} />
        <textarea
          ref={field} name="message" aria-label="Message" rows={1} dir="auto" enterKeyHint="send" autoComplete="off"
          placeholder={hints[matchMedia("(pointer: coarse)").matches ? 1 : 0]} aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong ? "composer-wrong" : undefined} onInput={changed} onKeyDown={press}
        />
        {running ? (
          <button type="button" className="composer-stop" aria-label="Stop" title="Stop" onClick={() => (onStop(), field.current.focus())}>
            <Square size={14} strokeWidth={1.75} aria-hidden="true" />
          </button>
        ) : null}
        <button type="submit" className="composer-send" aria-label="Send" aria-disabled={(empty && !hasFiles) || undefined} title={empty && !hasFiles ? "Write something first" : "Send"}>
          <ArrowUp size={16} strokeWidth={1.75} aria-hidden="true" />
        </button>
      </div>
      {wrong ? <p id="composer-wrong" role="alert" className="composer-wrong">{wrong}</p> : null}
    </form>
  );
}

/* What was sent here and not yet answered. */
export function Pending({ thread, answered, ...rest }) {
  const mine = useSent().filter((one) => one.thread === thread && one.id !== answered);
  return mine.map((one) => (
    <p key={one.id} dir="auto" data-pending="" {...rest}>
      {one.text}
    </p>
  ));
}

/* Only while nothing has been said. */
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
