/* A column that comes after its page: where the address names a part of it, that is where one wants to be. */
import { useEffect } from "react";

export function Column(props) {
  useEffect(() => {
    const part = document.getElementById(window.location.hash.slice(1));
    if (part) (part.setAttribute("tabindex", "-1"), part.focus());
  }, []);
  return <div {...props} />;
}
