/* What is offered while one writes: a listbox over the field, which keeps the focus and steers it. */
import { Circle, Folder } from "lucide-react";
import { useEffect, useState } from "react";

const ID = "composer-choices";
const STEP = { ArrowDown: 1, ArrowUp: -1 };
const ICONS = { task: Circle, list: Folder };

export function useChoices(options, onPick, onClose) {
  const [chosen, setChosen] = useState(0);
  const active = Math.min(chosen, options.length - 1);
  useEffect(() => setChosen(0), [options]);
  useEffect(() => {
    document.getElementById(`${ID}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [active]);
  const press = (event) => {
    if (!options.length || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (STEP[event.key]) setChosen((active + STEP[event.key] + options.length) % options.length);
    else if (event.key === "Enter" || event.key === "Tab") onPick(options[active]);
    else if (event.key === "Escape") onClose();
    else return false;
    event.preventDefault();
    return true;
  };
  const steers = options.length ? { "aria-controls": ID, "aria-activedescendant": `${ID}-${active}` } : {};
  return { press, active, steers: { "aria-autocomplete": "list", "aria-haspopup": "listbox", ...steers } };
}

export function Choices({ label, options, active, onPick }) {
  return (
    <>
      <p role="status" className="sr-only">
        {options.length ? `${label}: ${options.length}. Arrow keys choose, Enter takes, Escape closes.` : ""}
      </p>
      {options.length ? (
        <ul id={ID} role="listbox" aria-label={label} className="choices" onMouseDown={(event) => event.preventDefault()}>
          {options.map((one, place) => (
            <Choice key={one.id ?? one.name} id={`${ID}-${place}`} one={one} isActive={place === active} onPick={onPick} />
          ))}
        </ul>
      ) : null}
    </>
  );
}

function Choice({ id, one, isActive, onPick }) {
  const Icon = ICONS[one.kind];
  return (
    <li id={id} role="option" aria-selected={isActive} className="choice" onClick={() => onPick(one)}>
      {Icon ? <Icon size={16} strokeWidth={1.75} aria-hidden="true" /> : <span aria-hidden="true">/</span>}
      <bdi>{one.name}</bdi>
      <span className="choice-hint">{one.hint}</span>
    </li>
  );
}
