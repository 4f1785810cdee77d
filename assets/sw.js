/* Works while no page is open: shows notices and does what their buttons say, and a page that says so when there is no
 * way to the server. Nothing of anybody's is kept here: the one page in its store is the same for everybody. */
const STORE = "taskchat-offline-1";
const OFFLINE = "/offline.html";

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(STORE).then((store) => store.add(new Request(OFFLINE, { cache: "reload" }))));
  self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  const tidy = async () => {
    for (const name of await caches.keys()) if (name !== STORE) await caches.delete(name);
    await self.registration.navigationPreload?.enable();
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

/* Only whole pages pass here; forms, files and everything else the browser fetches by itself. */
self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (mode !== "navigate" || method !== "GET" || new URL(url).pathname.startsWith("/api/")) return;
  const page = async () => {
    try {
      return (await event.preloadResponse) ?? (await fetch(event.request));
    } catch {
      return (await caches.match(OFFLINE)) ?? Response.error();
    }
  };
  event.respondWith(page());
});

/* One tag a group: what comes twice, by push and from an open tab, is one notice. */
const show = (said, words = said.body) =>
  self.registration.showNotification(said.title, {
    body: words,
    tag: said.group || "taskchat",
    icon: "/icons/icon-192.png",
    badge: "/icons/badge-96.png",
    data: said,
    actions: said.group
      ? [
          { action: "done", title: said.task ? "Done" : "All done" },
          { action: "snooze", title: "Snooze 10 min" },
        ]
      : [],
  });

const clear = async (group) => {
  for (const shown of await self.registration.getNotifications({ tag: group })) shown.close();
};

self.addEventListener("push", (event) => {
  const said = event.data?.json();
  if (said) event.waitUntil(said.over ? clear(said.over) : show(said));
});

self.addEventListener("message", (event) => {
  const { show: said, over } = event.data ?? {};
  if (said) event.waitUntil(show(said));
  if (over) event.waitUntil(clear(over));
});

self.addEventListener("notificationclick", (event) => {
  const { action, notification } = event;
  notification.close();
  event.waitUntil(action ? act(action, notification.data) : open(notification.data));
});

const post = (path, sent) =>
  fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(sent) });

const SIGNED_OUT = "You were signed out. Nothing was changed. Open TaskChat to sign in.";
const UNREACHED = "TaskChat could not be reached. Nothing was changed. Try again.";

const act = async (action, said) => {
  const sent = { ids: [said.group], ...(action === "snooze" && { minutes: 10 }) };
  const answer = await post(`/api/reminders/${action}`, sent).catch(() => null);
  if (!answer?.ok) await show(said, answer?.status === 401 ? SIGNED_OUT : UNREACHED);
};

const open = async ({ task, group }) => {
  const tabs = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const tab = tabs.find((one) => new URL(one.url).pathname === "/");
  if (!tab) return self.clients.openWindow(task ? `/?task=${encodeURIComponent(task)}` : group ? "/?reminders=1" : "/");
  await tab.focus().catch(() => null); // a browser may forbid it; the page goes there all the same
  tab.postMessage({ open: { task, group } });
};

/* The browser gave this server another address for notices. */
self.addEventListener("pushsubscriptionchange", (event) => {
  const renew = async () => {
    const options = event.oldSubscription?.options;
    const fresh = event.newSubscription ?? (options && (await self.registration.pushManager.subscribe(options)));
    if (fresh) await post("/api/push/subscriptions", { ...fresh.toJSON(), name: "A browser, by a new address" });
  };
  event.waitUntil(renew());
});
