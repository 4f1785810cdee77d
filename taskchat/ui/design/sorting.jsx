/* Dragging things into an order, and from one column into another: mouse, touch and keys (dnd-kit).
 *
 * What was dropped stays where it was put until the server sends its order; when `said` grows (a refusal) it goes back. */
import { Children, createContext, useContext, useEffect, useId, useMemo, useRef, useState } from "react";
import {
  DndContext, DragOverlay, KeyboardSensor, MouseSensor, TouchSensor, closestCenter, pointerWithin, rectIntersection,
  useDroppable, useSensor, useSensors,
} from "@dnd-kit/core";
import {
  SortableContext, arrayMove, sortableKeyboardCoordinates, useSortable, verticalListSortingStrategy,
} from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";

const Table = createContext(null);
const HOW = "Press space to pick it up, the arrow keys to move it, space to put it down, and escape to leave it where it was.";
const COLUMN = "column:";
const isColumn = (id) => String(id).startsWith(COLUMN);

/* Under the pointer, or under what the keys have moved; the nearest otherwise. Of a tall column the middle may be farther
 * away than the place one came from. */
const found = (args) => {
  const under = args.pointerCoordinates ? pointerWithin(args) : rectIntersection(args);
  const items = under.filter(({ id }) => !isColumn(id));
  if (items.length) return items;
  return under.length ? under : closestCenter(args);
};
const foundColumn = (args) =>
  found({ ...args, droppableContainers: args.droppableContainers.filter(({ id }) => isColumn(id)) });

const ASIDE = { ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
const ANYWHERE = { ...ASIDE, ArrowUp: [0, -1], ArrowDown: [0, 1] };

/* Where an arrow key leads. Along one of `ways`: into the next column, to the side at the same height, however full or
 * empty it is. Up and down otherwise: to what is above or below, and never to the column one is in, whose edge lies a few
 * pixels beside its items. */
const towards = (ways) => (event, args) => {
  const { active, collisionRect: here, droppableContainers: all, droppableRects: rects } = args.context;
  const own = COLUMN + all.get(active?.id)?.data.current?.sortable?.containerId;
  const from = rects.get(own);
  if (!here || !from) return sortableKeyboardCoordinates(event, args);
  const others = all.getEnabled().filter(({ id }) => id !== own && rects.get(id));
  const overlaps = (one) => one.left < from.right && one.right > from.left;
  const way = ways[event.code];
  if (!way) {
    const inLine = others.filter(({ id }) => overlaps(rects.get(id)));
    const line = { getEnabled: () => inLine, get: (id) => all.get(id) };
    return sortableKeyboardCoordinates(event, { ...args, context: { ...args.context, droppableContainers: line } });
  }
  event.preventDefault();
  const [x, y] = way;
  const far = (rect) => (rect.left - from.left) * x + (rect.top - from.top) * y;
  const abreast = x ? (rect) => rect.top < from.bottom && rect.bottom > from.top : overlaps;
  const next = others
    .filter(({ id }) => isColumn(id))
    .map(({ id }) => rects.get(id))
    .filter((rect) => far(rect) > 0 && abreast(rect))
    .sort((one, other) => far(one) - far(other))[0];
  return next && { x: next.left, y: y ? next.top : Math.max(next.top, Math.min(here.top, next.bottom - here.height)) };
};

export function Sorting({ said, unordered = false, onDrop, children }) {
  const [held, setHeld] = useState(null); // the order on the page while it is ahead of the server's: column -> ids
  const [active, setActive] = useState(null);
  const given = useRef({});
  const elements = useRef({});
  const names = useRef({});
  const start = useRef(null);
  const told = useRef(null); // what it was last said to be over: the first time where it was picked up
  const ident = useId();
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 180, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: towards(unordered ? ANYWHERE : ASIDE) }),
  );
  useEffect(() => setHeld(null), [said]);

  const now = () => held ?? given.current;
  const columnOf = (id, order) =>
    isColumn(id)
      ? String(id).slice(COLUMN.length)
      : Object.keys(order).find((column) => order[column].includes(id));
  const placed = (id, overId, order) => {
    const from = columnOf(id, order);
    const to = overId == null ? from : columnOf(overId, order);
    if (from === undefined || to === undefined) return order;
    if (from === to) {
      if (isColumn(overId) || overId == null) return order;
      return { ...order, [to]: arrayMove(order[to], order[to].indexOf(id), order[to].indexOf(overId)) };
    }
    const at = order[to].indexOf(overId);
    const rest = order[to].filter((one) => one !== id);
    return {
      ...order,
      [from]: order[from].filter((one) => one !== id),
      [to]: at < 0 ? [...rest, id] : [...rest.slice(0, at), id, ...rest.slice(at)],
    };
  };
  const over = (event) => {
    if (!event.over) return;
    const order = now();
    if (columnOf(event.active.id, order) !== columnOf(event.over.id, order)) {
      setHeld(placed(event.active.id, event.over.id, order));
    }
  };
  const end = ({ active: item, over: target }) => {
    setActive(null);
    const order = placed(item.id, target?.id, now());
    const column = columnOf(item.id, order);
    const ids = order[column] ?? [];
    const at = ids.indexOf(item.id);
    const was = start.current;
    if (column === was.column && at === was.at) return setHeld(null);
    setHeld(order);
    onDrop(item.id, column, ids[at - 1] ?? "", ids[at + 1] ?? "");
  };
  const begin = ({ active: item }) => {
    const column = columnOf(item.id, now());
    start.current = { column, at: now()[column].indexOf(item.id) };
    setHeld(now());
    setActive(item.id);
  };
  const where = (id, overId) => {
    const order = placed(id, overId, now());
    const column = columnOf(id, order);
    const ids = order[column] ?? [];
    const label = names.current[COLUMN + column];
    return `place ${ids.indexOf(id) + 1} of ${ids.length}${label ? ` in ${label}` : ""}`;
  };
  const name = (id) => names.current[id] ?? "It";
  const announcements = {
    onDragStart: ({ active: item }) => {
      told.current = unordered ? COLUMN + columnOf(item.id, now()) : item.id;
      return `Picked up ${name(item.id)}, ${where(item.id, item.id)}.`;
    },
    onDragOver: ({ active: item, over: target }) => {
      if (told.current === target?.id) return undefined;
      told.current = target?.id;
      return target ? `${name(item.id)}: ${where(item.id, target.id)}.` : `${name(item.id)} is over no place.`;
    },
    onDragEnd: ({ active: item, over: target }) =>
      target ? `Put down ${name(item.id)} at ${where(item.id, target.id)}.` : `${name(item.id)} stays where it was.`,
    onDragCancel: ({ active: item }) => `${name(item.id)} stays where it was.`,
  };
  const cancel = () => (setActive(null), setHeld(null));
  const table = useMemo(() => ({ held, given, elements, names, setHeld, active }), [held, active]);
  return (
    <Table.Provider value={table}>
      <DndContext
        id={ident} sensors={sensors} collisionDetection={unordered ? foundColumn : found} onDragStart={begin} onDragOver={over} onDragEnd={end}
        onDragCancel={cancel} accessibility={{ announcements, screenReaderInstructions: { draggable: HOW } }}
      >
        {children}
        <DragOverlay dropAnimation={null}>{active ? <div className="dragged">{name(active)}</div> : null}</DragOverlay>
      </DndContext>
    </Table.Provider>
  );
}

/* The items of one column; an item that was dragged here is drawn here before the server knows. */
export function SortColumn({ column = "", name = "", tag: Tag = "ul", first = null, children, ...rest }) {
  const { held, given, elements, names, setHeld, active } = useContext(Table);
  const items = Children.toArray(children);
  const ids = items.map((item) => item.props.id);
  given.current[column] = ids;
  names.current[COLUMN + column] = name;
  for (const item of items) {
    elements.current[item.props.id] = item;
    names.current[item.props.id] = item.props.name;
  }
  useEffect(() => () => delete given.current[column], [column]);
  const told = ids.join("\n");
  useEffect(() => {
    if (!active) setHeld(null);
  }, [told]);
  const { setNodeRef } = useDroppable({ id: COLUMN + column });
  const shown = (held?.[column] ?? ids).filter((id) => elements.current[id]);
  return (
    <SortableContext id={column} items={shown} strategy={verticalListSortingStrategy}>
      <Tag ref={setNodeRef} {...rest}>
        {first}
        {shown.map((id) => elements.current[id])}
      </Tag>
    </SortableContext>
  );
}

const DOTS = (
  <svg width="16" height="16" viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
    {[5, 12, 19].flatMap((y) => [9, 15].map((x) => <circle key={`${x} ${y}`} cx={x} cy={y} r="1.75" />))}
  </svg>
);

/* One item. With `tag` it is that element; without, its child reads `Sorted` and is dragged itself. */
export function SortItem({ id, name, tag: Tag = "li", context: Context, grip, children, ...rest }) {
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({ id });
  const handle = (
    <button
      ref={setActivatorNodeRef} type="button" className="grip" title="Drag to move" {...attributes} {...listeners}
      aria-label={`Move ${name}`}
    >
      {grip ?? DOTS}
    </button>
  );
  const moved = CSS.Translate.toString(transform);
  const sorted = { ref: setNodeRef, style: { "--drag": moved }, held: isDragging || undefined, grip: handle };
  if (Context) return <Context.Provider value={sorted}>{children}</Context.Provider>;
  return (
    <Tag ref={setNodeRef} style={{ transform: moved, transition }} data-held={sorted.held} {...rest}>
      {handle}
      {children}
    </Tag>
  );
}
