/* What is new is told once on this device: by the system where its person let us, and through the worker, so that its
 * buttons work without a page; else in the page that is looked at. Of several tabs one tells; the others see that it
 * has. When something is settled anywhere, it goes here too. */
import { useEffect, useRef, useState } from "react";

const TOLD = "taskchat.told";
const WHOSE = "taskchat.notices";
const KEPT = 100;
const HELD = 10_000;

const read = (name, otherwise) => {
  try {
    return JSON.parse(localStorage.getItem(name)) ?? otherwise;
  } catch {
    return otherwise;
  }
};

/* True in one tab of this browser, false in all others. What one tab keeps reaches the others only after a moment: until
 * then it holds a lock, which there is one of. */
const first = (group) => {
  const told = read(TOLD, []);
  if (told.includes(group)) return false;
  const note = () => {
    try {
      localStorage.setItem(TOLD, JSON.stringify([...told, group].slice(-KEPT)));
    } catch {
      /* told again after a reload */
    }
  };
  if (!navigator.locks) {
    note();
    return true;
  }
  return new Promise((answer) => {
    navigator.locks.request(`${TOLD}.${group}`, { ifAvailable: true }, (lock) => {
      answer(Boolean(lock));
      if (!lock) return null;
      note();
      return new Promise((done) => setTimeout(done, HELD));
    });
  });
};

const isLet = (person) => {
  try {
    return window.Notification?.permission === "granted" && localStorage.getItem(WHOSE) === person;
  } catch {
    return false;
  }
};

const worker = async () => (await navigator.serviceWorker?.getRegistration())?.active;

export function Notices({ person, rows, looks, onDone, onSnooze, onGo, ...rest }) {
  const [here, setHere] = useState([]);
  const [looked, setLooked] = useState(0);
  const standing = useRef(new Set());
  const go = useRef(onGo);
  go.current = onGo;

  useEffect(() => {
    const seen = () => !document.hidden && setLooked((count) => count + 1);
    const told = ({ data }) => data?.open && go.current(data.open.task ?? "");
    document.addEventListener("visibilitychange", seen);
    navigator.serviceWorker?.addEventListener("message", told);
    return () => {
      document.removeEventListener("visibilitychange", seen);
      navigator.serviceWorker?.removeEventListener("message", told);
    };
  }, []);

  useEffect(() => {
    const groups = new Set(rows.map(({ group }) => group));
    for (const group of standing.current) if (!groups.has(group)) worker().then((one) => one?.postMessage({ over: group }));
    standing.current = groups;
    const tell = async (row) => {
      const system = isLet(person) && (await worker());
      // A tab nobody looks at leaves it to the one that is looked at, or to the moment it is.
      if ((!system && document.hidden) || !(await first(row.group))) return;
      if (system) system.postMessage({ show: row });
      else setHere((before) => [...before, row.group]);
    };
    rows.forEach(tell);
  }, [rows, looked]);

  const close = (group) => setHere((before) => before.filter((one) => one !== group));
  const settle = (group, act) => () => {
    close(group);
    act();
  };
  const shown = rows.filter(({ group }) => here.includes(group));
  const button = (words, look, does) => (
    <button key={words} type="button" className={looks[look]} onClick={does}>
      {words}
    </button>
  );
  return (
    <div role="region" aria-label="Notices" aria-live="assertive" {...rest}>
      {shown.map(({ group, title, body, task }) => (
        <div key={group} className={looks.card}>
          <p className={looks.title}>
            <bdi>{title}</bdi>
          </p>
          <p className={looks.body}>{body}</p>
          <div className={looks.choices}>
            {button(task ? "Done" : "All done", "done", settle(group, () => onDone(group)))}
            {button("Snooze 10 min", "other", settle(group, () => onSnooze(group, "10")))}
            {button(task ? "Open task" : "Open reminders", "quiet", settle(group, () => onGo(task)))}
          </div>
          <button type="button" aria-label="Close" title="Close" className={looks.close} onClick={() => close(group)}>
            <svg aria-hidden="true" width="16" height="16" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.75">
              <path d="M18 6 6 18M6 6l12 12" />
            </svg>
          </button>
        </div>
      ))}
    </div>
  );
}
