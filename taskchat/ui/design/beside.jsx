/* The window of one thing; where the screen is wide it is a column instead: nothing is dimmed, the page goes on beside
 * it, and only Close, Esc inside of it, or another thing ends it. Which of the two is settled when it opens. */
import { createContext, useCallback, useContext, useEffect, useRef, useSyncExternalStore } from "react";
import { Content, Root } from "@radix-ui/react-dialog";

const WIDE = "(min-width: 1600px)";
const Beside = createContext(false);

function hear(hearer) {
  const wide = matchMedia(WIDE);
  wide.addEventListener("change", hearer);
  return () => wide.removeEventListener("change", hearer);
}

export function BesideRoot({ open, ...rest }) {
  const wide = useSyncExternalStore(hear, () => matchMedia(WIDE).matches, () => false);
  const beside = useRef(wide);
  if (!open) beside.current = wide;
  return (
    <Beside.Provider value={beside.current}>
      <Root open={open} modal={!beside.current} {...rest} />
    </Beside.Provider>
  );
}

/* `ref` comes from the portal around it, which has to know the element too. */
export function BesideContent({ shows, ref, ...rest }) {
  const beside = useContext(Beside);
  const content = useRef(null);
  const place = useCallback((element) => {
    content.current = element;
    document.body.toggleAttribute("data-column", beside && !!element);
    if (typeof ref === "function") ref(element);
    else if (ref) ref.current = element;
  }, [ref, beside]);
  useEffect(() => {
    if (beside && shows) content.current?.querySelector("input")?.focus();
  }, [beside, shows]);
  const stays = (event) => beside && event.preventDefault();
  const leaves = (event) => beside && !content.current.contains(document.activeElement) && event.preventDefault();
  return (
    <Content
      ref={place} data-beside={beside || undefined} onInteractOutside={stays} onEscapeKeyDown={leaves} {...rest}
    />
  );
}
