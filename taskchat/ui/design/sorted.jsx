/* A list whose rows can be dragged while `on`: what that takes is loaded when it first is, and until then the list is plain. */
import { Children, createContext, useEffect, useState } from "react";

/* What a row learns from the sorting around it. */
export const Sorted = createContext(null);

let loaded = null;

export function SortedList({ on, items, first, said, onDrop, children, ...rest }) {
  const [sorting, setSorting] = useState(loaded);
  useEffect(() => {
    if (on && !loaded) import("./sorting.jsx").then((module) => setSorting((loaded = module)));
  }, [on]);
  if (!on || !sorting) return <ul {...rest}>{first}{children}</ul>;
  const { Sorting, SortColumn, SortItem } = sorting;
  return (
    <Sorting said={said} onDrop={onDrop}>
      <SortColumn first={first} {...rest}>
        {Children.toArray(children).map((row, n) => (
          <SortItem key={items[n].id} id={items[n].id} name={items[n].title} context={Sorted}>{row}</SortItem>
        ))}
      </SortColumn>
    </Sorting>
  );
}
