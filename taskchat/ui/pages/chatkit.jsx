/* The vendor's own chat on our endpoint. Its element comes from its servers, at most once, and may not come at all; what
 * it asks goes out from this page, with the session's cookie. */
import { ChatKit, useChatKit } from "@openai/chatkit-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useSearchParams } from "react-router";

const PATIENCE = 20_000; // after which the way to our own chat is shown; what comes later is still welcome
const FOUND = 8;

const signIn = () => location.assign(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`);

const ask = async (address, how) => {
  const answer = await fetch(address, { ...how, credentials: "include" });
  if (answer.status === 401) signIn();
  return answer;
};

const load = (src) => {
  if (customElements.get("openai-chatkit")) return Promise.resolve();
  return new Promise((loaded, failed) => {
    document.head.append(Object.assign(document.createElement("script"), { src, async: true, onload: loaded, onerror: failed }));
  });
};

/* Names of tasks behind @, as our server knows them. */
const found = async (server, words) => {
  const answer = await ask(`${server}/api/tasks?limit=${FOUND}&q=${encodeURIComponent(words.slice(0, 200))}`);
  const { tasks = [] } = await answer.json();
  return tasks.map(({ id, title }) => ({ id, title, interactive: false, data: { kind: "task" } }));
};

/* Light or dark, in our colours: read from the page, where they stand once. */
const isDark = () => document.documentElement.classList.contains("dark");
const hear = (hearer) => {
  const turns = new MutationObserver(hearer);
  turns.observe(document.documentElement, { attributeFilter: ["class"] });
  return () => turns.disconnect();
};
const theme = (dark) => {
  const value = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  return {
    colorScheme: dark ? "dark" : "light",
    radius: "soft",
    color: { accent: { primary: value("--accent"), level: 1 }, surface: { background: value("--surface"), foreground: value("--ink") } },
  };
};

function Vendors({ server, options, told, onReady }) {
  const dark = useSyncExternalStore(hear, isDark, () => false);
  const [params, setParams] = useSearchParams();
  const [initialThread] = useState(params.get("c")); // the conversation stands in the address, as in our own chat
  const turned = ({ threadId }) => setParams(threadId ? { c: threadId } : {}, { replace: true });
  const { control } = useChatKit({
    ...options,
    api: { url: new URL(`${server}/api/chatkit`, location.href).href, domainKey: told.domainKey, fetch: ask },
    initialThread,
    theme: theme(dark),
    entities: { onTagSearch: (words) => found(server, words) },
    disclaimer: { text: told.disclaimer },
    onThreadChange: turned,
    onReady,
  });
  return <ChatKit control={control} style={{ display: "block", flex: 1, minHeight: 0 }} />;
}

/* Two children: what stands while it is on its way, and what where it does not come. */
export function VendorChat({ server, options, children: [waiting, missing], ...rest }) {
  const [told, setTold] = useState(null);
  const [now, setNow] = useState("waits"); // ready, missing
  useEffect(() => {
    const misses = () => setNow((before) => (before === "ready" ? before : "missing"));
    const patience = setTimeout(misses, PATIENCE);
    const begin = async () => {
      const answer = await ask(`${server}/api/chatkit/options`);
      const said = await answer.json();
      await load(said.script);
      setTold(said);
    };
    begin().catch(misses);
    return () => clearTimeout(patience);
  }, []);
  return (
    <div {...rest}>
      <div role="status">{now === "waits" ? waiting : null}</div>
      <div role="alert">{now === "missing" ? missing : null}</div>
      {told ? <Vendors server={server} options={options} told={told} onReady={() => setNow("ready")} /> : null}
    </div>
  );
}
