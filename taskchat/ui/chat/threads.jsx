/* A line of the list of conversations is renamed where it stands; the list is searched while one types, and goes on
 * where it ends. */
import { createContext, useContext, useEffect, useRef, useState } from "react";
import { Content, Item } from "@radix-ui/react-dropdown-menu";

const LONGEST = 255;
const Line = createContext(null);

export function ThreadLine({ title, onRename, children, ...rest }) {
  const [renaming, setRenaming] = useState(false);
  const line = useRef(null);
  const back = useRef(false); // the focus goes back to the line
  const end = (name, stays) => {
    back.current = stays;
    setRenaming(false);
    if (name && name !== title) onRename(name);
  };
  useEffect(() => {
    if (!renaming && back.current) line.current.querySelector("a").focus();
    back.current = false;
  }, [renaming]);
  return (
    <Line.Provider value={{ begin: () => setRenaming(true) }}>
      <div ref={line} {...rest}>
        {renaming ? <Name title={title} onEnd={end} /> : children}
      </div>
    </Line.Provider>
  );
}

/* Enter and leaving it keep the name, Esc keeps the old one. */
function Name({ title, onEnd }) {
  const field = useRef(null);
  const over = useRef(false);
  const [wrong, setWrong] = useState(false);
  const end = (name, stays) => {
    if (over.current) return; // a field that goes is left once more
    over.current = true;
    onEnd(name, stays);
  };
  useEffect(() => {
    field.current.focus();
    field.current.select();
    // Before anything else hears of it: the dialog around the list would close with the field.
    const escape = (event) => {
      if (event.key !== "Escape" || event.target !== field.current || event.isComposing) return;
      event.stopPropagation();
      end("", true);
    };
    window.addEventListener("keydown", escape, true);
    return () => window.removeEventListener("keydown", escape, true);
  }, []);
  const save = (event) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    const name = field.current.value.trim();
    if (name) end(name, true);
    else setWrong(true);
  };
  return (
    <div className="thread-name">
      <input
        ref={field} defaultValue={title} maxLength={LONGEST} aria-label={`Rename ${title}`} dir="auto" autoComplete="off"
        aria-invalid={wrong || undefined} onKeyDown={save} onInput={() => setWrong(false)}
        onBlur={() => end(field.current.value.trim(), false)}
      />
      {wrong ? <p role="alert">A conversation needs a name.</p> : null}
    </div>
  );
}

/* The menu of a line; when it closes for a new name, the focus is the field's. */
export function ThreadMenu(props) {
  const line = useContext(Line);
  const begun = useRef(false);
  const context = { ...line, begin: () => ((begun.current = true), line.begin()) };
  return (
    <Line.Provider value={context}>
      <Content onCloseAutoFocus={(event) => begun.current && event.preventDefault()} {...props} />
    </Line.Provider>
  );
}

export function RenameItem(props) {
  const { begin } = useContext(Line);
  return <Item onSelect={begin} {...props} />;
}

/* Asks when the hand rests; what is typed is never overwritten by an older answer. */
export function ThreadSearch({ words, onSeek, wait = 300, ...rest }) {
  const field = useRef(null);
  const timer = useRef(0);
  const asked = useRef(words);
  useEffect(() => {
    if (words === asked.current || document.activeElement === field.current) return;
    field.current.value = asked.current = words;
    // The button that cleared it is gone, and its focus with it.
    if (document.activeElement === document.body && field.current.offsetParent) field.current.focus();
  }, [words]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const seek = (event) => {
    const sought = event.target.value.trim();
    clearTimeout(timer.current);
    timer.current = setTimeout(() => sought !== asked.current && onSeek((asked.current = sought)), wait);
  };
  return <input ref={field} type="search" defaultValue={words} onInput={seek} {...rest} />;
}

/* Goes on by itself when one has scrolled so far, once for each end of the list. */
export function More({ count, words, onMore, children, ...rest }) {
  const button = useRef(null);
  const asked = useRef("");
  const end = `${count} ${words}`;
  const more = () => {
    if (asked.current === end) return;
    asked.current = end;
    onMore();
  };
  useEffect(() => {
    const seen = new IntersectionObserver(([entry]) => entry.isIntersecting && more(), { rootMargin: "160px" });
    seen.observe(button.current);
    return () => seen.disconnect();
  }, [end]);
  return (
    <button ref={button} type="button" onClick={more} {...rest}>
      {children}
    </button>
  );
}
