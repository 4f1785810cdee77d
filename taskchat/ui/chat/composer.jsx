/* Where one writes. A sentence stands in the log from the frame in which it was sent; under its key it is told again
 * after a lost connection, and the server takes it once. What is refused comes back into the field. */
import { ArrowUp, Square } from "lucide-react";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { AttachButton, held, Held, intoFiles, useHeld } from "./attachments.jsx";
import { isSlow, isUp, useReturn } from "./connection.jsx";
import { drafts } from "./drafts.jsx";
import { quoted, setQuote, useQuote } from "./quote.jsx";

let sent = []; // [{id, text, thread, person, quote, files, reader}], not yet answered
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

let say = null; // the composer's send, for the prompts of an empty conversation

export function Composer({ thread, person, answered, refused, running, longest = 10000, hints, reader, server, onSend, onStop, ...rest }) {
  const field = useRef(null);
  const again = useRef(""); // the key of a send that nobody has answered before the page was loaded anew
  const waits = useRef(false); // Enter was pressed while nobody was there
  const at = useRef(null); // the conversation whose draft stands in the field
  const owner = useRef(""); // who sits here, or sat here last
  const [empty, setEmpty] = useState(true);
  const [wrong, setWrong] = useState("");
  const isNothing = !useHeld().some((file) => file.id) && empty;
  const grow = () => {
    const { style } = field.current;
    style.height = "auto";
    // A pane that does not show measures nothing: its field keeps the height of one line.
    if (field.current.scrollHeight) style.height = `${field.current.scrollHeight}px`;
    setEmpty(!field.current.value.trim());
  };
  const put = (text, quote = "") => {
    field.current.value = text;
    setQuote(quote);
    grow();
  };
  const save = () => drafts.write(person || owner.current, at.current, { text: field.current.value, quote: quoted(), files: held.kept() });
  /* The draft of this conversation; what is on its way is none any more. */
  const standing = () => {
    const kept = drafts.read(person, at.current);
    return sent.some((one) => one.id === kept.id) ? {} : kept;
  };
  const changed = () => {
    again.current = "";
    waits.current = false;
    setWrong("");
    grow();
    save();
  };
  const turnTo = (conversation) => {
    at.current = conversation;
    const kept = standing();
    again.current = kept.id ?? "";
    waits.current = false;
    setWrong("");
    put(kept.text ?? "", kept.quote);
    held.turnTo(conversation, kept.files ?? []);
  };
  const tell = ({ files, reader: named, ...one }) => onSend({ ...one, files: files.map((file) => file.id), files_to: files.length ? named : "" });
  const out = (one) => {
    keep([...sent, one]);
    tell(one);
    setTimeout(() => sent.includes(one) && isSlow(true), SLOW);
  };
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
    const [quote, files] = [quoted(), held.take()];
    drafts.write(person, at.current, { text, quote, files, id });
    put("");
    setWrong("");
    out({ id, text, thread, person, quote, files, reader });
  };
  say = (words) => (isUp() ? send(words) : (put(words), changed(), send()));
  useReturn(() => {
    sent.forEach(tell);
    if (waits.current) ((waits.current = false), send());
  });
  const arrived = useRef(false); // the server has come to the conversation that the address named
  useEffect(() => {
    // Nobody sits here any more: what they were writing waits for them, whoever else's drafts have gone (S-03).
    if (!person) return void (owner.current && save());
    const before = owner.current;
    owner.current = person;
    if (before && before !== person) (keep([]), held.forget(), turnTo(thread)); // somebody else sits here now
    const named = new URLSearchParams(window.location.search).get("c") ?? "";
    if (!arrived.current && thread !== named) return void (at.current === null && turnTo(named));
    arrived.current = true;
    if (thread === at.current) return;
    const isBegun = at.current === "" && sent.some((one) => one.id === answered && one.thread === "");
    if (!isBegun) return turnTo(thread);
    drafts.write(person, "", {}); // the first words began this conversation: what is written since belongs to it
    at.current = thread;
    held.moveTo(thread);
    save();
  }, [person, thread]);
  useEffect(() => {
    const mine = sent.find((one) => one.id === answered);
    if (!mine) return;
    keep(sent.filter((one) => one !== mine));
    const isHere = mine.thread === at.current;
    if (refused) setWrong(refused);
    if (refused && isHere) {
      put([mine.text, field.current.value].filter(Boolean).join("\n"), mine.quote || quoted());
      held.giveBack(mine.files);
    }
    if (isHere) save();
    else if (drafts.read(person, mine.thread).id === mine.id) drafts.write(person, mine.thread, refused ? { ...mine, id: "" } : {});
  }, [answered]);
  held.whenTouched(changed);
  const quote = useQuote();
  useEffect(() => {
    if (at.current !== null && quote !== (standing().quote ?? "")) changed();
  }, [quote]);
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
        <button type="submit" className="composer-send" aria-label="Send" aria-disabled={isNothing || undefined} title={isNothing ? "Write something first" : "Send"}>
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
    <div key={one.id} className="mine">
      {one.quote ? (
        <blockquote dir="auto" className="said-quote">
          {one.quote}
        </blockquote>
      ) : null}
      <p dir="auto" data-pending="" {...rest}>
        {one.text}
      </p>
    </div>
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
