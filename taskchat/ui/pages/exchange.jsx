/* Bringing tasks in and the address of one's calendar: both speak to the server themselves, since a file of many
 * megabytes and a secret have no place in the state of a page. */
import { useEffect, useRef, useState } from "react";

const LOST = "The server could not be reached. Nothing was imported. Try again.";
const UNSURE = "The connection was lost on the way. Import the file again: what has come already does not come twice.";
const counted = (n, noun) => `${n.toLocaleString("en")} ${noun}${n === 1 ? "" : "s"}`;
const SHOWN = 50;

/* Sends the file; `heard` gets how much of it all is done, from 0 to 1: the way here is a third of it. */
function send(server, file, query, heard = () => {}) {
  return new Promise((done, failed) => {
    const call = new XMLHttpRequest();
    const form = new FormData();
    form.append("file", file, file.name);
    const lines = () => call.responseText.split("\n").filter(Boolean);
    const parsed = (line) => {
      try {
        return JSON.parse(line);
      } catch {
        return null;
      }
    };
    let whole = false;
    const lost = () => failed(new Error(whole && query.progress ? UNSURE : LOST));
    call.open("POST", `${server}/api/import?${new URLSearchParams(query)}`);
    call.withCredentials = true;
    call.upload.onprogress = (event) => heard(event.loaded / event.total / 3);
    call.upload.onload = () => (whole = true);
    call.onprogress = () => {
      const step = lines().map(parsed).findLast((line) => line?.of);
      if (step) heard(1 / 3 + (2 * step.done) / step.of / 3);
    };
    call.onload = () => {
      const said = parsed(lines().at(-1) ?? "");
      if (!said || said.of) lost();
      else if (said.error) failed(new Error(said.error.message));
      else done(said.report ?? said);
    };
    call.onerror = lost;
    call.send(form);
  });
}

async function ask(server, path, method, body) {
  const answer = await fetch(`${server}/api/${path}`, {
    method,
    credentials: "include",
    headers: body ? { "Content-Type": "application/json" } : {},
    body: body && JSON.stringify(body),
  });
  const said = answer.status === 204 ? {} : await answer.json();
  if (!answer.ok) throw new Error(said.error?.message);
  return said;
}

export function Importer({ server, formats, looks, ...rest }) {
  const [stage, setStage] = useState("choose");
  const [wrong, setWrong] = useState("");
  const [seen, setSeen] = useState(null);
  const [report, setReport] = useState(null);
  const [part, setPart] = useState(0);
  const picker = useRef(null);
  const kind = useRef(null);
  const turn = useRef(0);
  const outcome = useRef(null);
  const query = (more) => (kind.current.value ? { format: kind.current.value, ...more } : more);

  const look = async () => {
    const file = picker.current.files[0];
    const mine = ++turn.current;
    setWrong("");
    setSeen(null);
    setStage(file ? "reading" : "choose");
    if (!file) return;
    try {
      const found = await send(server, file, query({ preview: "true" }));
      if (mine !== turn.current) return;
      setSeen(found);
      setStage("seen");
    } catch (error) {
      if (mine !== turn.current) return;
      setWrong(error.message);
      setStage("choose");
    }
  };
  const bring = async () => {
    if (stage === "writing") return;
    setPart(0);
    setStage("writing");
    try {
      setReport(await send(server, picker.current.files[0], query({ progress: "true" }), setPart));
      setStage("done");
    } catch (error) {
      setWrong(error.message);
      setStage("seen");
    }
  };
  const undo = async () => {
    setWrong("");
    try {
      await ask(server, "undo", "POST", { group: report.group });
      setStage("undone");
    } catch (error) {
      setWrong(error.message ?? LOST);
    }
  };
  const again = () => {
    picker.current.value = "";
    look();
  };
  const busy = stage === "writing";
  const over = stage === "done" || stage === "undone";
  /* The button that was pressed is gone: what came of it takes its focus. */
  useEffect(() => {
    if (over) outcome.current.focus();
  }, [over, stage]);
  return (
    <div {...rest}>
      <div hidden={over} className={looks.fields}>
        <label className={looks.label}>
          <span>File</span>
          <input ref={picker} type="file" accept=".csv,.ics,.txt,.json,.zip" onChange={look} disabled={busy} className={looks.file} />
        </label>
        <label className={looks.label}>
          <span>Format</span>
          <select ref={kind} onChange={look} disabled={busy} className={looks.control}>
            <option value="">Found by its content</option>
            {Object.entries(formats).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
      </div>
      {wrong && (
        <p role="alert" className={looks.wrong}>
          {wrong}
        </p>
      )}
      <p ref={outcome} tabIndex={-1} role="status" className={looks.words}>
        {stage === "reading" && "Reading the file…"}
        {stage === "seen" && seen && summary(seen)}
        {busy && "Importing…"}
        {stage === "done" && `Imported ${counted(report.tasks, "task")}.${already(report)}`}
        {stage === "undone" && `Took back ${counted(report.tasks, "task")}. They are in the trash.`}
      </p>
      {busy && <progress max="1" value={part} aria-label="Import" className={looks.progress} />}
      {stage === "seen" && seen.tasks > 0 && <Rows seen={seen} looks={looks} />}
      {stage === "seen" && <Remarks of={seen} looks={looks} />}
      {stage === "done" && <Remarks of={report} looks={looks} />}
      <div className={looks.buttons}>
        {(stage === "seen" || busy) && seen.tasks > 0 && (
          <button type="button" onClick={bring} aria-disabled={busy} className={looks.primary}>
            Import {counted(seen.tasks, "task")}
          </button>
        )}
        {stage === "done" && report.tasks > 0 && (
          <button type="button" onClick={undo} className={looks.outline}>
            Undo
          </button>
        )}
        {over && (
          <button type="button" onClick={again} className={looks.outline}>
            Import another file
          </button>
        )}
      </div>
    </div>
  );
}

const already = ({ already: number }) => (number ? ` ${counted(number, "task")} came before and stayed as they are.` : "");

function summary(seen) {
  if (!seen.tasks) return `${seen.format_name}: everything in this file is here already.`;
  const parts = [
    seen.lists && `in ${counted(seen.lists, "list")}`,
    seen.subtasks && counted(seen.subtasks, "subtask"),
    seen.repeating && `${seen.repeating} repeating`,
    seen.done && `${seen.done} done`,
    seen.files && counted(seen.files, "file"),
  ].filter(Boolean);
  return `${seen.format_name}, ${seen.encoding}: ${[counted(seen.tasks, "task"), ...parts].join(", ")}.${already(seen)}`;
}

function Rows({ seen, looks }) {
  return (
    <div className={looks.scroll} tabIndex={0} role="region" aria-label="Preview">
      <table className={looks.table}>
        <caption className={looks.caption}>
          {seen.tasks > seen.rows.length ? `The first ${seen.rows.length} of ${counted(seen.tasks, "task")}` : "What comes"}
        </caption>
        <thead>
          <tr>
            {["Task", "Due", "List", "Tags"].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {seen.rows.map((row, place) => (
            <tr key={place}>
              <th scope="row">
                {row.subtask && <span aria-label="Subtask: ">↳ </span>}
                <bdi>{row.title}</bdi>
                {row.done && " (done)"}
                {row.priority !== "medium" && ` (${row.priority})`}
              </th>
              <td>{[row.due, row.repeat].filter(Boolean).join(", ")}</td>
              <td>
                <bdi>{[row.list, row.section].filter(Boolean).join(" / ")}</bdi>
              </td>
              <td>
                <bdi>{row.tags.map((tag) => `#${tag}`).join(" ")}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Remarks({ of, looks }) {
  if (!of.remarks_total) return null;
  const rest = of.remarks_total - Math.min(of.remarks.length, SHOWN);
  return (
    <details className={looks.details}>
      <summary>{counted(of.remarks_total, "note")}: what was not understood or stands elsewhere</summary>
      <ul>
        {of.remarks.slice(0, SHOWN).map((remark, place) => (
          <li key={place}>
            {remark.row > 0 && `Row ${remark.row}: `}
            {remark.title && (
              <>
                “<bdi>{remark.title}</bdi>” ·{" "}
              </>
            )}
            {remark.words}
          </li>
        ))}
        {rest > 0 && <li>and {rest.toLocaleString("en")} more</li>}
      </ul>
    </details>
  );
}

/* The address is shown when it is made and never again: the server keeps only what it hashes to. */
export function FeedAddress({ server, looks, ...rest }) {
  const [feed, setFeed] = useState(null);
  const [wrong, setWrong] = useState("");
  const [copied, setCopied] = useState(false);
  const hear = async (method) => {
    setWrong("");
    setCopied(false);
    try {
      const said = await ask(server, "feed", method);
      setFeed(method === "DELETE" ? { on: false } : said);
    } catch (error) {
      setWrong(error.message ?? "The server could not be reached. Try again.");
    }
  };
  useEffect(() => {
    hear("GET");
  }, []);
  const copy = () => navigator.clipboard?.writeText(feed.address).then(() => setCopied(true));
  const since = feed?.since && new Date(feed.since).toLocaleDateString(undefined, { dateStyle: "medium" });
  return (
    <div {...rest}>
      {feed?.address && (
        <label className={looks.label}>
          <span>Calendar address</span>
          <input readOnly value={feed.address} onFocus={(event) => event.target.select()} className={looks.control} />
        </label>
      )}
      <p role="status" className={looks.words}>
        {copied && "Copied. "}
        {feed?.address && "Paste it into your calendar now: it is not shown again. Whoever has it can read these tasks."}
        {feed?.on && !feed.address && `On since ${since}. A new address makes the one you have stop working.`}
        {feed && !feed.on && "Off."}
      </p>
      {wrong && (
        <p role="alert" className={looks.wrong}>
          {wrong}
        </p>
      )}
      {feed && (
        <div className={looks.buttons}>
          {feed.address && (
            <button type="button" onClick={copy} className={looks.primary}>
              Copy the address
            </button>
          )}
          <button type="button" onClick={() => hear("POST")} className={looks.outline}>
            {feed.on ? "Make a new address" : "Make an address"}
          </button>
          {feed.on && (
            <button type="button" onClick={() => hear("DELETE")} className={looks.outline}>
              Switch it off
            </button>
          )}
        </div>
      )}
    </div>
  );
}
