/* What is half written, one a person and conversation, and what was sent and not yet answered: both outlive the page,
 * and end with their person's signing out. */
const PREFIX = "taskchat.draft.";
const place = (person, thread) => `${PREFIX}${person}.${thread || "new"}`;
const SENT = ".sent.";
const letter = ({ person, id }) => `${PREFIX}${person}${SENT}${id}`;
const here = new Map(); // where the browser keeps nothing: as long as the page

export const drafts = {
  /* {text, names, quote, files, instead, aside}; `instead` a queued message that it changes, `aside` the draft that comes
   * back after that */
  read: (person, thread) => {
    try {
      return JSON.parse(localStorage.getItem(place(person, thread))) ?? {};
    } catch {
      return here.get(place(person, thread)) ?? {};
    }
  },
  write: (person, thread, draft) => {
    if (!person) return;
    try {
      if (draft.text || draft.quote || draft.files?.length || draft.aside) localStorage.setItem(place(person, thread), JSON.stringify(draft));
      else localStorage.removeItem(place(person, thread));
    } catch {
      here.set(place(person, thread), draft);
    }
  },
  /* What could not be sent, before what has been written since. */
  giveBack: (person, one) => {
    const since = drafts.read(person, one.thread);
    const { names, quote, files } = one;
    drafts.write(person, one.thread, { names, quote, files, ...since, text: [one.text, since.text].filter(Boolean).join("\n") });
  },
  forget: () => {
    here.clear();
    try {
      for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
    } catch {
      /* nothing was kept */
    }
  },
};

/* One by one, since every tab of a person has its own of them in view. */
export const letters = {
  keep: (one) => {
    try {
      localStorage.setItem(letter(one), JSON.stringify(one));
    } catch {
      /* as long as the page */
    }
  },
  drop: (one) => {
    try {
      localStorage.removeItem(letter(one));
    } catch {
      /* nothing was kept */
    }
  },
  of: (person) => {
    try {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(letter({ person, id: "" })));
      return keys.map((key) => JSON.parse(localStorage.getItem(key))).sort((one, other) => one.at - other.at);
    } catch {
      return [];
    }
  },
  /* `then` gets the id of one that another tab has dropped. */
  whenDropped: (then) => {
    const changed = ({ key, newValue }) => newValue === null && key?.includes(SENT) && then(key.split(SENT)[1]);
    window.addEventListener("storage", changed);
    return () => window.removeEventListener("storage", changed);
  },
};

/* Around the form that signs out: what is half written goes with its person. A tab that shows a conversation keeps
 * the one it shows, and brings it back after signing in. */
export function ForgetDrafts({ children, ...rest }) {
  return (
    <div onSubmit={drafts.forget} {...rest}>
      {children}
    </div>
  );
}
