/* A click on anything inside closes the dialog around it: on a link too, whose click the router has taken for its own. */
import { Close } from "@radix-ui/react-dialog";
import { useRef } from "react";

export function Closes({ children, ...rest }) {
  const close = useRef(null);
  return (
    <div onClick={(event) => event.target !== close.current && close.current.click()} {...rest}>
      {children}
      <Close ref={close} hidden />
    </div>
  );
}
