/* The keys as a person reads them, and the switch that turns single letters off (WCAG 2.1.4), kept in this browser. */
import { Close, Content, Overlay, Portal, Root, Title } from "@radix-ui/react-dialog";
import { X } from "lucide-react";
import { useEffect, useRef, useState } from "react";

const KEPT = "taskchat-keys";
const isMac = () => navigator.platform.startsWith("Mac");
const NAMES = { mod: () => (isMac() ? "⌘" : "Ctrl"), shift: () => "⇧", ArrowDown: () => "↓", ArrowUp: () => "↑", Escape: () => "Esc", Delete: () => "Del" };

export const isOff = () => localStorage.getItem(KEPT) === "off";
const said = (key) => NAMES[key]?.() ?? (key.length === 1 ? key.toUpperCase() : key);
export const shown = (keys) => keys.split(" ").map((one) => one.split("+").map(said).join(" ")).join(" ");

export function KeysSwitch(props) {
  const [off, setOff] = useState(false);
  useEffect(() => setOff(isOff()), []);
  const turn = (event) => {
    setOff(!event.target.checked);
    if (event.target.checked) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, "off");
  };
  return (
    <label {...props}>
      <input type="checkbox" checked={!off} onChange={turn} />
      <span>Single-letter shortcuts</span>
    </label>
  );
}

/* For a dialog that no button has opened: where the focus was, it is again, and then goes on. */
export function useWayBack() {
  const before = useRef(document.activeElement);
  return (goOn) => (event) => {
    event.preventDefault();
    before.current.focus();
    goOn?.();
  };
}

export function Sheet({ table, onClose }) {
  const back = useWayBack();
  const groups = [...new Set(table.map(({ group }) => group))];
  return (
    <Root open onOpenChange={(open) => open || onClose()}>
      <Portal>
        <Overlay className="veil fixed inset-0 z-40" />
        <Content className="dialog keys-sheet rise" aria-describedby={undefined} onCloseAutoFocus={back()}>
          <div className="keys-head">
            <Title>Keyboard shortcuts</Title>
            <Close aria-label="Close" title="Close"><X size={16} strokeWidth={1.75} aria-hidden="true" /></Close>
          </div>
          <div className="keys-body" tabIndex={0} role="region" aria-label="Keys">
            <div className="keys-columns">
              {groups.map((group) => (
                <section key={group} aria-label={group}>
                  <h3>{group}</h3>
                  <dl>
                    {table.filter((one) => one.group === group).map(({ words, keys }) => (
                      <div key={words}>
                        <dt>{words}</dt>
                        <dd>{keys.map((one, at) => <span key={one}>{at ? " or " : ""}{one.split(" ").map((part) => <kbd key={part}>{shown(part)}</kbd>)}</span>)}</dd>
                      </div>
                    ))}
                  </dl>
                </section>
              ))}
              <KeysSwitch className="keys-switch" />
            </div>
          </div>
        </Content>
      </Portal>
    </Root>
  );
}
