/* Selected tasks go with the next message: as chips over the field, and as names in what is sent. */
import { X } from "lucide-react";
import { createPortal } from "react-dom";

const MOST = 20; // names of one message that the server resolves
const SHOWN = 3;
const THEY = /\b(?:these|those|them|they|this|that|it|the selected(?: ones)?)\b(?: (?:tasks?|ones?)\b)?/i;
const VERB = /^(?:please )?(?:move|reschedule|complete|finish|tick off|check off|delete|remove|postpone|push|delay|make|mark|tag|untag|set|reopen|rename|put|show|find)\b/i;

export function Chips({ rows, onRemove }) {
  const place = document.querySelector(".composer-picked");
  if (!place || !rows.length) return null;
  const rest = rows.length - SHOWN;
  return createPortal(
    <ul aria-label="Goes with your message" className="picked-chips">
      {rows.slice(0, SHOWN).map(({ id, title }) => (
        <li key={id}>
          <bdi>{title}</bdi>
          <button type="button" aria-label={`Leave out ${title}`} title="Leave out" onClick={() => onRemove(id)}>
            <X size={12} strokeWidth={1.75} aria-hidden="true" />
          </button>
        </li>
      ))}
      {rest > 0 ? <li>{rows.length > MOST ? `and ${rest} more; the first ${MOST} go with it` : `and ${rest} more`}</li> : null}
    </ul>,
    place,
  );
}

/* The draft with the tasks named where it speaks of them ("move these to friday"), or behind what is to be done. */
export function into(draft, rows, sent) {
  const known = new Set(draft.names.map(({ id }) => id));
  const names = rows.filter(({ id }) => !known.has(id)).slice(0, MOST).map(({ id, title }) => ({ id, kind: "task", name: title }));
  const text = draft.text.trim().replace(/^to\b/i, "move to"); // "to friday" means: move them there
  if (!names.length || !text) return draft;
  const said = names.map(({ name }) => `@${name}`).join(names.length === 2 ? " and " : ", ");
  const place = THEY.exec(text) ?? { index: VERB.exec(text)?.[0].length ?? 0, 0: "" };
  const [front, back] = [text.slice(0, place.index), text.slice(place.index + place[0].length)];
  sent();
  return { ...draft, text: [front.trimEnd(), said + (/^[,.!?]/.test(back) ? back : ""), /^[,.!?]/.test(back) ? "" : back.trimStart()].filter(Boolean).join(" "), names: inOrder(front, draft.names, names) };
}

/* Names stand in the order in which the text has them. */
function inOrder(front, before, added) {
  const ahead = before.filter(({ name }) => front.includes(`@${name}`));
  return [...ahead, ...added, ...before.filter((one) => !ahead.includes(one))];
}
