/* A list pasted into an empty composer can become tasks, a line each; until then it is a message like any other. */
import { useEffect, useState } from "react";
import { newId } from "./keys.jsx";

const FEWEST = 3;
export const linesIn = (text) => text.split(/\r?\n/).filter((line) => line.trim()).length;

/* `key` names the list that is on offer, "" = none; `onLeft` takes what did not become a task. */
export function useLines({ text, answered, left, onMake, onLeft }) {
  const [key, setKey] = useState("");
  const [isMaking, setMaking] = useState(false);
  const count = linesIn(text);
  const offer = (pasted) => setKey(linesIn(pasted) >= FEWEST ? newId() : "");
  const make = () => {
    setMaking(true);
    onMake(text, key);
  };
  useEffect(() => {
    if (count < FEWEST && !isMaking) setKey("");
  }, [count, isMaking]);
  useEffect(() => {
    if (!isMaking || answered !== key) return;
    setMaking(false);
    offer(left);
    onLeft(left);
  }, [answered]);
  const again = () => isMaking && onMake(text, key); // the connection was lost with it, perhaps
  return { count: key && count >= FEWEST ? count : 0, isMaking, offer, make, again };
}

export function LinesOffer({ count, isMaking, onMake }) {
  if (!count) return null;
  return (
    <p className="composer-offer">
      <span>{`A list of ${count} lines.`}</span>
      <button type="button" aria-disabled={isMaking || undefined} onClick={() => isMaking || onMake()}>
        Make a task of each line
      </button>
    </p>
  );
}
