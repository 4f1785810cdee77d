/* Notices on this browser: switched on, off and looked at here, by the settings and at every load. What is kept is whose
 * they are, so that the next person at this browser does not get them. */
const WHOSE = "taskchat.notices";
const JSON_SENT = { "Content-Type": "application/json" };

const call = (method, path, body) =>
  fetch(path, { method, headers: body && JSON_SENT, body: body && JSON.stringify(body) });

const bytes = (text) => {
  const padded = text.replaceAll("-", "+").replaceAll("_", "/").padEnd(Math.ceil(text.length / 4) * 4, "=");
  return Uint8Array.from(atob(padded), (sign) => sign.charCodeAt(0));
};

const kept = {
  get whose() {
    try {
      return localStorage.getItem(WHOSE) ?? "";
    } catch {
      return "";
    }
  },
  set whose(person) {
    try {
      if (person) localStorage.setItem(WHOSE, person);
      else localStorage.removeItem(WHOSE);
    } catch {
      /* asked again at the next visit */
    }
  },
};

const registered = () => navigator.serviceWorker?.getRegistration();
const address = async () => (await registered())?.pushManager?.getSubscription();

/* [what stands in the browser's own name, what people call it] */
const BROWSERS = [["Edg/", "Edge"], ["OPR/", "Opera"], ["Firefox/", "Firefox"], ["Chrome/", "Chrome"], ["Safari/", "Safari"]];
const SYSTEMS = [["Android"], ["iPhone"], ["iPad"], ["Windows"], ["Mac OS", "Mac"], ["Linux"]];

const name = () => {
  const found = (names) => names.find(([sign]) => navigator.userAgent.includes(sign))?.at(-1);
  return `${found(BROWSERS) ?? "A browser"} on ${found(SYSTEMS) ?? "this device"}`;
};

/* "off", "on", "tab" (on while a tab is open: the push service was not reached); or why not: "insecure", "unsupported",
 * "denied". */
export const standing = async () => {
  if (!window.isSecureContext) return "insecure";
  if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window)) return "unsupported";
  if (Notification.permission === "denied") return "denied";
  if (Notification.permission !== "granted" || !kept.whose) return "off";
  return (await address()) ? "on" : "tab";
};

const subscribe = async () => {
  const place = await navigator.serviceWorker.ready;
  const key = (await (await call("GET", "/api/push/key")).json()).key;
  const wanted = bytes(key);
  const before = await place.pushManager.getSubscription();
  const made = before && new Uint8Array(before.options.applicationServerKey ?? []);
  // The server has other keys than when this was made: what it sends would be refused.
  if (made && String(made) !== String(wanted)) await before.unsubscribe();
  const fresh = await place.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: wanted });
  const answer = await call("POST", "/api/push/subscriptions", { ...fresh.toJSON(), name: name() });
  if (!answer.ok) throw new Error((await answer.json()).error.message);
};

/* Throws an Error with a sentence where it cannot be. Called by a click: browsers ask only then. */
export const turnOn = async () => {
  const person = (await (await call("GET", "/api/auth/me")).json()).user.id;
  if ((await Notification.requestPermission()) !== "granted") return;
  kept.whose = person;
  try {
    await subscribe();
  } catch (error) {
    // Notices still come while TaskChat is open: for those nobody else is needed.
    const why = error instanceof DOMException ? "The browser could not reach its push service." : error.message;
    throw new Error(`${why} Notices come while TaskChat is open in a tab.`);
  }
};

const leave = async () => {
  const place = await registered();
  for (const shown of (await place?.getNotifications?.()) ?? []) shown.close();
  await (await place?.pushManager?.getSubscription())?.unsubscribe();
};

export const turnOff = async () => {
  const endpoint = (await address())?.endpoint;
  kept.whose = "";
  await leave();
  if (endpoint) await call("DELETE", "/api/push/subscriptions", { endpoint });
};

/* At every load: notices belong to whoever is signed in here, and to nobody when nobody is. */
export const look = async () => {
  const answer = await call("GET", "/api/auth/me").catch(() => null);
  if (!answer || (!answer.ok && answer.status !== 401)) return;
  const person = answer.ok ? (await answer.json()).user.id : "";
  if (person && person === kept.whose) await subscribe().catch(() => null);
  else await leave();
};
