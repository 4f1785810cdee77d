/* Notices on this browser: switched on, off and looked at here, by the settings and at every load. What is kept is whose
 * they are, so that the next person at this browser does not get them, and under which session they were switched on. */
const WHOSE = "taskchat.notices";
const SINCE = "taskchat.notices.session";
const LIST = "/api/push/subscriptions";
const JSON_SENT = { "Content-Type": "application/json" };

const call = (method, path, body) =>
  fetch(path, { method, headers: body && JSON_SENT, body: body && JSON.stringify(body) });

const bytes = (text) => {
  const padded = text.replaceAll("-", "+").replaceAll("_", "/").padEnd(Math.ceil(text.length / 4) * 4, "=");
  return Uint8Array.from(atob(padded), (sign) => sign.charCodeAt(0));
};

const kept = {
  read: (name) => {
    try {
      return localStorage.getItem(name) ?? "";
    } catch {
      return "";
    }
  },
  write: (name, value) => {
    try {
      if (value) localStorage.setItem(name, value);
      else localStorage.removeItem(name);
    } catch {
      /* asked again at the next visit */
    }
  },
};

const hashed = async (text) => {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
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
  await look();
  if (!window.isSecureContext) return "insecure";
  if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window)) return "unsupported";
  if (Notification.permission === "denied") return "denied";
  if (Notification.permission !== "granted" || !kept.read(WHOSE)) return "off";
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
  const answer = await call("POST", LIST, { ...fresh.toJSON(), name: name() });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.error.message);
  kept.write(SINCE, said.session);
};

/* Throws an Error with a sentence where it cannot be. Called by a click: browsers ask only then. */
export const turnOn = async () => {
  if ((await Notification.requestPermission()) !== "granted") return;
  kept.write(WHOSE, (await (await call("GET", LIST)).json()).person);
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
  kept.write(WHOSE, "");
  await leave();
  if (endpoint) await call("DELETE", LIST, { endpoint });
};

/* At every load: notices belong to whoever is signed in here, and to nobody when nobody is. After a new signing in they
 * come back by themselves; one that was taken off the list stays off. */
export const look = async () => {
  const answer = await call("GET", LIST).catch(() => null);
  if (!answer || (!answer.ok && answer.status !== 401)) return;
  const { person, session, devices } = answer.ok ? await answer.json() : {};
  if (!person || person !== kept.read(WHOSE)) return leave();
  const endpoint = (await address())?.endpoint;
  const own = endpoint && (await hashed(endpoint));
  if (devices.some((device) => device.address === own)) return;
  if (session !== kept.read(SINCE)) await subscribe().catch(() => null);
  else {
    kept.write(WHOSE, "");
    await leave();
  }
};
