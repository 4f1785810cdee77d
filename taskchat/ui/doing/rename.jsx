/* A title that is changed in its place: Enter saves, Esc gives up; what was written stands there until the server has it. */
import { useEffect, useRef } from "react";

export function Rename({ title, text, onSave, onLeave, onFocus }) {
  const field = useRef(null);
  const over = useRef(false);
  useEffect(() => field.current?.select(), []);
  if (text !== null) return <bdi className="row-edit row-words" aria-live="polite">{text}</bdi>;
  const end = (value) => {
    if (over.current) return;
    over.current = true;
    onFocus();
    if (value === null) onLeave();
    else onSave(value.trim());
  };
  const press = (event) => {
    if (event.nativeEvent.isComposing || !/^(Enter|Escape)$/.test(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    end(event.key === "Enter" ? event.target.value : null);
  };
  return <input ref={field} className="row-edit" aria-label="Title" defaultValue={title} maxLength={255} autoComplete="off" enterKeyHint="done" onKeyDown={press} onBlur={(event) => end(event.target.value)} />;
}
