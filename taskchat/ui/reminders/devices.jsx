/* Notices on this very browser. What it does lies in /devices.js, which every page may need and hardly any does. */
import { useEffect, useState } from "react";

const WORDS = {
  off: "This browser shows no notices.",
  on: "This browser shows notices, also while TaskChat is closed.",
  tab: "This browser shows notices while TaskChat is open in a tab. Its push service could not be reached.",
  denied: "This browser was told to refuse notices from TaskChat. Allow them in its settings for this site. Until then they show inside TaskChat.",
  insecure: "Notices need https. Until then they show inside TaskChat.",
  unsupported: "This browser cannot show notices. They show inside TaskChat. On an iPhone or iPad, add TaskChat to the home screen first.",
};

const script = () => import(/* @vite-ignore */ `${window.location.origin}/devices.js`);

export function ThisDevice({ looks, listed, onChange, ...rest }) {
  const [state, setState] = useState("");
  const [said, setSaid] = useState("");
  const [busy, setBusy] = useState(false);
  const look = async () => setState(await (await script()).standing());
  useEffect(() => {
    if (!busy) look();
  }, [listed]);
  const does = (work) => async () => {
    setBusy(true);
    setSaid("");
    try {
      setSaid((await work(await script())) ?? "");
    } catch (error) {
      setSaid(error.message);
    }
    await look();
    setBusy(false);
    onChange();
  };
  const test = async () => {
    const { sent, devices } = await (await fetch("/api/push/test", { method: "POST" })).json();
    if (!devices) return "No device is listed yet. Switch notices off and on again.";
    return sent === devices ? "Sent. It arrives within seconds." : `${sent} of ${devices} push services took it. Try again in a minute.`;
  };
  const isOn = state === "on" || state === "tab";
  const button = (words, work, kind) => (
    <button type="button" className={looks[kind]} disabled={busy} onClick={does(work)}>
      {words}
    </button>
  );
  return (
    <div {...rest}>
      <p className={looks.text}>{WORDS[state] ?? "…"}</p>
      <div className={looks.choices}>
        {state === "off" && button("Show notices on this device", ({ turnOn }) => turnOn(), "first")}
        {isOn && button("Stop notices on this device", ({ turnOff }) => turnOff(), "other")}
        {state === "on" && button("Send a test notice", test, "other")}
      </div>
      <p role="status" className={looks.said}>
        {said}
      </p>
    </div>
  );
}
