/* Whoever opens the page in another time zone is asked once whether times shall be those of the place. Zones of two names
 * that tell the same time, now and in half a year, are no journey. The answer is kept in this browser. */
import { useEffect, useState } from "react";

const KEPT = "taskchat.stays";
const HALF_A_YEAR = 182 * 86_400_000;

const offset = (timeZone, at) =>
  new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" }).formatToParts(at).find(({ type }) => type === "timeZoneName").value;

const isJourney = (home, here) => {
  try {
    return [0, HALF_A_YEAR].some((later) => offset(home, Date.now() + later) !== offset(here, Date.now() + later));
  } catch {
    return false;
  }
};

const kept = () => {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
};

const place = (zone) => zone.split("/").at(-1).replaceAll("_", " ");

export function Travelling({ person, home, looks, onMove, ...rest }) {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const question = [person, home, here].join(" ");
  const [answered, setAnswered] = useState(kept);

  useEffect(() => {
    const elsewhere = ({ key, newValue }) => key === KEPT && setAnswered(newValue);
    addEventListener("storage", elsewhere);
    return () => removeEventListener("storage", elsewhere);
  }, []);

  const answer = () => {
    setAnswered(question);
    try {
      localStorage.setItem(KEPT, question);
    } catch {
      /* asked again after a reload */
    }
  };
  const move = () => {
    answer();
    onMove(here);
  };
  if (answered === question || !isJourney(home, here)) return null;
  return (
    <section aria-label="Time zone" {...rest}>
      <p className={looks.words} role="status">
        This device is on {place(here)} time; the times you see are those of {place(home)}.
      </p>
      <div className={looks.choices}>
        <button type="button" className={looks.move} onClick={move}>
          Use {place(here)} time
        </button>
        <button type="button" className={looks.stay} onClick={answer}>
          Keep {place(home)} time
        </button>
      </div>
    </section>
  );
}
