/* What one does with a message: copy it, copy the code in it, say it in other words. */
import { Check, Copy as CopyIcon } from "lucide-react";
import { useEffect, useRef, useState } from "react";

const SHOWN = 2000;

/* On plain http, as within a home, a browser has nothing but this old way. */
function copiedTheOldWay(words) {
  const before = document.activeElement;
  const field = Object.assign(document.createElement("textarea"), { value: words });
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  before?.focus();
  return isCopied;
}
const copied = async (words) => {
  if (!navigator.clipboard) return copiedTheOldWay(words);
  return navigator.clipboard.writeText(words).then(() => true, () => false);
};

/* Copies the words beside it. */
export function Copy({ name, of, ...rest }) {
  const [done, setDone] = useState(false);
  const copy = async (event) => {
    const words = event.currentTarget.closest(of).querySelector("[data-words]").innerText.trim();
    if (!(await copied(words))) return;
    setDone(true);
    setTimeout(() => setDone(false), SHOWN);
  };
  const Icon = done ? Check : CopyIcon;
  return (
    <button type="button" aria-label={done ? "Copied" : name} title={done ? "Copied" : name} onClick={copy} {...rest}>
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
    </button>
  );
}

/* The button of a block of code came with the answer's own HTML: the log listens for it. */
export async function copyCode(event) {
  const button = event.target.closest?.(".code-copy");
  if (!button || !(await copied(button.parentElement.querySelector("pre").textContent.trimEnd()))) return;
  button.setAttribute("aria-label", "Copied");
  setTimeout(() => button.setAttribute("aria-label", "Copy code"), SHOWN);
}

/* Stands beside the first code and loads its colours. */
const COLOURS = "/code.css";
export function Colours() {
  useEffect(() => {
    if (document.querySelector(`link[href="${COLOURS}"]`)) return;
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: COLOURS }));
  }, []);
  return null;
}

/* A message while it gets other words: Enter sends them, Escape leaves it as it was. */
export function Rewording({ words, ...rest }) {
  const field = useRef(null);
  const grow = () => {
    field.current.style.height = "auto";
    field.current.style.height = `${field.current.scrollHeight}px`;
  };
  useEffect(() => {
    field.current.focus();
    field.current.setSelectionRange(words.length, words.length);
    grow();
    return () => document.activeElement === document.body && document.querySelector('[role="log"]')?.focus({ preventScroll: true });
  }, []);
  const press = (event) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape") field.current.form.querySelector("[data-leave]").click();
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    field.current.form.requestSubmit();
  };
  return (
    <textarea ref={field} name="text" aria-label="New wording" rows={1} dir="auto" enterKeyHint="send" autoComplete="off" defaultValue={words} onInput={grow} onKeyDown={press} {...rest} />
  );
}
