/* Draws a widget from the tree the server made of it (chat/tree): elements and words, never HTML of its own. */
import {
  Bell, Calendar, Check, ChevronRight, Circle, CircleAlert, CircleCheck, CirclePause, Clock, ExternalLink, Flag, Info,
  LoaderCircle, Mail, Pencil, Plus, Repeat, Search, Star, Tag, Trash2, User,
} from "lucide-react";
import { createElement, useEffect, useState } from "react";

const ICONS = {
  bell: Bell, calendar: Calendar, check: Check, "chevron-right": ChevronRight, circle: Circle, "circle-alert": CircleAlert,
  "circle-check": CircleCheck, "circle-pause": CirclePause, clock: Clock, "external-link": ExternalLink, flag: Flag,
  info: Info, mail: Mail, pencil: Pencil, plus: Plus, repeat: Repeat, search: Search, star: Star, tag: Tag,
  "trash-2": Trash2, user: User,
};

export function Icon({ name, turns }) {
  const Shape = turns ? LoaderCircle : ICONS[name];
  const className = turns ? "shrink-0 animate-spin motion-reduce:animate-none" : "shrink-0";
  return Shape ? <Shape size={16} strokeWidth={1.75} className={className} aria-hidden="true" /> : null;
}

/* What stands in the form around it, by name; a box that is not ticked says so. */
function values(element) {
  const form = element.closest("form");
  if (!form) return "{}";
  const said = Object.fromEntries([...new FormData(form)].filter(([, value]) => typeof value === "string"));
  for (const box of form.querySelectorAll("input[type=checkbox][name]")) said[box.name] = box.checked;
  return JSON.stringify(said);
}

const VOID = new Set(["input", "hr"]);

function Part({ part, place, busy, locked, press }) {
  const { tag, attrs, text, html, icon, act, parts } = part;
  const props = { ...attrs };
  const turns = busy === place;
  if (tag === "button") props.disabled = attrs.disabled || turns || (locked && !act?.sync);
  if (html) return <div {...props} dangerouslySetInnerHTML={{ __html: html }} />;
  if (tag === "form") props.onSubmit = (event) => (event.preventDefault(), act && press(act, event.currentTarget, place));
  else if (act && tag === "button") {
    props.onClick = (event) => {
      const { form } = event.currentTarget;
      if (attrs.type === "submit") event.preventDefault();
      if (attrs.type !== "submit" || !form || form.reportValidity()) press(act, event.currentTarget, place);
    };
  } else if (act) props.onChange = (event) => press(act, event.currentTarget, place);
  if (VOID.has(tag) || tag === "textarea") return createElement(tag, props);
  const children = (parts ?? []).map((one, n) => {
    const here = `${place}.${n}`;
    return <Part key={here} part={one} place={here} busy={busy} locked={locked} press={press} />;
  });
  const mark = icon || turns ? <Icon key="icon" name={icon} turns={turns} /> : null;
  return createElement(tag, props, mark, text, ...children);
}

/* `done` counts what the server has dealt with; until it grows and nothing runs, what was pressed is busy. */
export function Widget({ tree, running, done, onAct, ...rest }) {
  const [busy, setBusy] = useState("");
  useEffect(() => {
    if (!running) setBusy("");
  }, [done, running, tree]);
  const press = (act, element, place) => {
    const said = values(element);
    if (act.loading !== "none") setBusy(act.loading === "container" ? "all" : place);
    onAct(act, said);
  };
  const whole = busy === "all";
  return (
    <div {...rest} inert={whole || undefined} aria-busy={whole || undefined}>
      <Part part={tree} place="0" busy={busy} locked={running} press={press} />
    </div>
  );
}
