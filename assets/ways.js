/* The browser knows its person's ways (time zone, week, clock, order of dates): a form that asks takes them along.
 * It runs when a form is sent, so nothing waits for it; without it the server assumes UTC. Once the page stands, the
 * worker for notices is registered, and those who have switched them on are looked after. */
(() => {
  const numbers = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "numeric" });
  const clock = new Intl.DateTimeFormat(undefined, { hour: "numeric" }).resolvedOptions();
  const week = (() => {
    const locale = new Intl.Locale(navigator.language || "en");
    const info = locale.getWeekInfo?.() ?? locale.weekInfo;
    return info ? (info.firstDay + 6) % 7 : 0;
  })();
  const parts = numbers.formatToParts(new Date(2026, 11, 31)).map(({ type }) => type);
  const ways = {
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    first_weekday: week,
    clock_24: !clock.hour12,
    day_first: parts.indexOf("day") < parts.indexOf("month"),
  };
  addEventListener("submit", ({ target }) => {
    for (const [name, value] of Object.entries(ways)) {
      const field = target.querySelector(`input[type="hidden"][name="${name}"]`);
      if (field) field.value = value;
    }
    const next = target.querySelector('input[type="hidden"][name="next"]');
    const wanted = new URLSearchParams(location.search).get("next");
    if (next && wanted) next.value = wanted;
  }, true);
  if ("serviceWorker" in navigator) {
    addEventListener("load", async () => {
      await navigator.serviceWorker.register("/sw.js").catch(() => null);
      if (window.Notification?.permission === "granted") (await import("/devices.js")).look();
    });
  }
})();
