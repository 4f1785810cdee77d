/* What was sent while an answer is written: it waits over the field, and can go back into it. */
import { CirclePause, Clock, Pencil, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { inField } from "./composer.jsx";
import { isUp, useReturn } from "./connection.jsx";
import { drawn, inPieces } from "./names.jsx";
import { useSent } from "./outbox.jsx";

const CUT = 40;
const cut = (text) => (text.length > CUT ? `${text.slice(0, CUT - 1)}…` : text);
const also = (files) => (files ? ` · ${files === 1 ? "1 file" : `${files} files`}` : "");
const told = (count) => (count ? `${count === 1 ? "1 message waits" : `${count} messages wait`} for the answer before.` : "");

/* The focus stays where it is; from a row that leaves by the keyboard it goes to the field. */
const stays = (event) => event.preventDefault();
const toField = (event) => event.currentTarget === document.activeElement && document.querySelector(".composer textarea").focus();

function Act({ name, words, icon: Icon, onClick }) {
  return (
    <button type="button" aria-label={`${name}: ${cut(words)}`} title={name} onMouseDown={stays} onClick={onClick}>
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
    </button>
  );
}

function Row({ one, children }) {
  const Icon = one.held ? CirclePause : Clock;
  return (
    <li className="queue-row" data-held={one.held ? "" : undefined}>
      <Icon size={14} strokeWidth={1.75} aria-hidden="true" />
      <p dir="auto">{drawn(inPieces(one.text, one.names))}</p>
      <div className="queue-acts">
        <span className="queue-state">{`${one.held ? "Not sent" : "Queued"}${also(one.files.length)}`}</span>
        {children}
      </div>
    </li>
  );
}

export function Queue({ thread, place, line, answered, wrong, about, onWithdraw, onSendNow, ...rest }) {
  const [leaving, setLeaving] = useState([]);
  const [said, setSaid] = useState("");
  const [asked, setAsked] = useState(""); // the message of which something was asked last
  const sent = useSent();
  const stands = place === thread ? line : [];
  const keys = stands.map((one) => one.send);
  const coming = sent.filter((one) => one.behind && !one.waits && one.thread === thread && one.id !== answered && !keys.includes(one.id));
  const shown = stands.filter((one) => !leaving.includes(one.id));
  const count = shown.length + coming.length;
  const before = useRef({ thread, count: 0 });
  useEffect(() => {
    if (before.current.thread === thread && count > before.current.count) setSaid(told(count));
    before.current = { thread, count };
  }, [thread, count]);
  useEffect(() => {
    setLeaving([]);
    if (about) inField.isTooLate(about);
  }, [about]);
  useEffect(() => {
    if (sent.length) setAsked("");
  }, [sent.length]);
  useReturn(() => setLeaving([]));
  const leave = (one, words) => {
    setAsked(one.id);
    setLeaving([...leaving, one.id]);
    setSaid(words);
    onWithdraw(one.id);
  };
  const edit = (one) => isUp() && (inField.put(one), leave(one, "In the field again. Sending puts it back in its place."));
  const withdraw = (one, event) => isUp() && (toField(event), leave(one, "Withdrawn."));
  const sendNow = (one, event) => isUp() && (toField(event), setAsked(one.id), onSendNow(one.id));
  return (
    <div {...rest}>
      <span role="status" className="sr-only">
        {said}
      </span>
      {count ? (
        <ul aria-label="Queued messages">
          {[...shown, ...coming].map((one) => (
            <Row key={one.send || one.id} one={one}>
              {one.held ? (
                <button type="button" className="queue-send" aria-label={`Send now: ${cut(one.text)}`} onMouseDown={stays} onClick={(event) => sendNow(one, event)}>
                  Send now
                </button>
              ) : null}
              {one.behind ? null : (
                <>
                  <Act name="Edit queued" words={one.text} icon={Pencil} onClick={() => edit(one)} />
                  <Act name="Withdraw" words={one.text} icon={X} onClick={(event) => withdraw(one, event)} />
                </>
              )}
            </Row>
          ))}
        </ul>
      ) : null}
      {wrong && about === asked && place === thread ? (
        <p role="alert" className="composer-wrong">
          {wrong}
        </p>
      ) : null}
    </div>
  );
}
