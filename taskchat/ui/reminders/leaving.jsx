/* A line that goes at the click that settles it, before the server has answered; it is back when the server has, unless
 * it is settled. */
import { useEffect, useState } from "react";

export function Leaving({ said, children, ...rest }) {
  const [gone, setGone] = useState(false);
  useEffect(() => setGone(false), [said]);
  const press = (event) => event.target.closest("[data-leaves]") && setGone(true);
  return (
    <li hidden={gone} onClick={press} {...rest}>
      {children}
    </li>
  );
}
