/* What is half written, one a person and conversation: it outlives the page, and ends with being sent or with
 * signing out. */
const PREFIX = "taskchat.draft.";
const place = (person, thread) => `${PREFIX}${person}.${thread || "new"}`;
const here = new Map(); // where the browser keeps nothing: as long as the page

export const drafts = {
  /* {text, names, quote, files, id, instead, aside}; `id` is the key under which it was sent while nobody has answered
   * yet, `instead` a queued message that it changes, `aside` the draft that comes back after that */
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
  forget: () => {
    here.clear();
    try {
      for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
    } catch {
      /* nothing was kept */
    }
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
