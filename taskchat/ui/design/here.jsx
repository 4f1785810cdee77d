/* Where one is stands in the address: these read and change it, and leave alone what else it says. */
import { createContext, useContext, useEffect, useId, useRef, useState } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";

function moved(params, set) {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(set)) {
    next.delete(name);
    for (const one of [value].flat()) if (one) next.append(name, one);
  }
  return `?${next}`;
}

const stands = (params, set) =>
  Object.entries(set).every(([name, value]) => (params.get(name) ?? "") === (value ?? ""));

/* Gives the place a name that the server knows already: nothing is loaded for it. Reflex runs load events for every
 * change of the address but one with this mark, which goes again: coming back to the place later does load. */
export function useRename() {
  const navigate = useNavigate();
  return async (set) => {
    await navigate({ search: moved(new URLSearchParams(window.location.search), set) }, { state: { fromNotFound: true } });
    window.history.replaceState({ ...window.history.state, usr: null }, "");
  };
}

export function HereLink({ go, mark, ...rest }) {
  const [params] = useSearchParams();
  const current = stands(params, mark ?? go) ? "page" : undefined;
  return <Link to={{ pathname: "/", search: moved(params, go) }} aria-current={current} {...rest} />;
}

export function HereToggle({ name, value, ...rest }) {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const chosen = params.getAll(name);
  const pressed = chosen.includes(value);
  const next = pressed ? chosen.filter((one) => one !== value) : [...chosen, value];
  const go = () => navigate({ search: moved(params, { [name]: next, pages: null }) }, { replace: true });
  return <button type="button" aria-pressed={pressed} onClick={go} {...rest} />;
}

export function HereSelect({ name, ...rest }) {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const go = (event) =>
    navigate({ search: moved(params, { [name]: event.target.value, pages: null }) }, { replace: true });
  return <select value={params.get(name) ?? ""} onChange={go} {...rest} />;
}

/* Asks at most once in `wait` ms; what is typed is never overwritten by an older answer. */
export function HereSearch({ name, wait = 300, ...rest }) {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const field = useRef(null);
  const timer = useRef(0);
  const asked = useRef(params.get(name) ?? "");
  const value = params.get(name) ?? "";
  useEffect(() => {
    if (value !== asked.current) field.current.value = asked.current = value;
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const called = params.has("find");
  useEffect(() => {
    if (called && field.current.offsetParent) field.current.focus();
  }, [called]);
  const seek = (event) => {
    const words = event.target.value.trim();
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      asked.current = words;
      const search = moved(new URLSearchParams(window.location.search), { [name]: words, pages: null });
      navigate({ search }, { replace: true });
    }, wait);
  };
  return (
    <>
      <input ref={field} type="search" defaultValue={value} onInput={seek} {...rest} />
      <kbd aria-hidden="true">/</kbd>
    </>
  );
}

/* A button and what it unfolds; open from the start where the address says something of `names`. */
const Fold = createContext(null);

export function HereFold({ names, ...rest }) {
  const [params] = useSearchParams();
  const [open, setOpen] = useState(() => names.some((name) => params.has(name)));
  const panel = useId();
  const button = useRef(null);
  const press = (event) => {
    if (event.key !== "Escape" || !open || event.defaultPrevented) return;
    event.preventDefault();
    setOpen(false);
    button.current.focus();
  };
  return (
    <Fold.Provider value={{ open, setOpen, panel, button }}>
      <div onKeyDown={press} {...rest} />
    </Fold.Provider>
  );
}

export function FoldButton(props) {
  const { open, setOpen, panel, button } = useContext(Fold);
  const turn = () => setOpen(!open);
  return <button ref={button} type="button" aria-expanded={open} aria-controls={panel} onClick={turn} {...props} />;
}

export function FoldPanel(props) {
  const { open, panel } = useContext(Fold);
  return <div id={panel} hidden={!open} {...props} />;
}

/* What a refused form has to say: the server sends its code back in the address. Shown after the first paint only,
 * since the page was painted before anybody had an address. */
export function HereNotice({ sentences, children, ...rest }) {
  const [params] = useSearchParams();
  const [awake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  const code = awake && params.get("error");
  if (!code) return null;
  const words = sentences[`${code}:${params.get("field")}`] ?? sentences[code] ?? sentences[""];
  return (
    <p role="alert" {...rest}>
      {children}
      <span>{words.replace("{wait}", params.get("wait") ?? "a few")}</span>
    </p>
  );
}
