/* Files a person attaches: each on its way to the server as soon as it is chosen, dropped or pasted, with its progress,
 * and with a sentence where it cannot come. The server checks everything again. */
import { FileText, LoaderCircle, Paperclip, TriangleAlert, X } from "lucide-react";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";

const MOST = 10;
const LARGEST = 10_000_000;
const ENDINGS = ["png", "jpg", "jpeg", "webp", "gif", "txt", "text", "log", "md", "markdown", "csv"];
const ALLOWED = "Pictures (PNG, JPEG, WebP, GIF) and texts (plain text, Markdown, CSV) can be attached.";
const LOST = "The server could not be reached. Remove it and attach it again.";
const size = (bytes) => (bytes < 1e3 ? `${bytes} bytes` : bytes < 1e6 ? `${Math.round(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1).replace(".0", "")} MB`);

/* Why a file is not even sent; "" where it may be. */
function wrong(file, count) {
  const ending = file.name.includes(".") ? file.name.split(".").pop().toLowerCase() : "txt";
  if (count >= MOST) return `A message may have ${MOST} files.`;
  if (!ENDINGS.includes(ending)) return `It cannot be attached. ${ALLOWED}`;
  if (file.size > LARGEST) return `It has ${size(file.size)}; a file may have ${size(LARGEST)}.`;
  return file.size ? "" : "It is empty.";
}

/* A list of files on their way and there: [{key, name, size, id, picture, progress, wrong, place}]. */
function makeShelf(changed = () => {}, place = () => "") {
  let files = [];
  let count = 0;
  const hearers = new Set();
  const put = (next) => {
    files = next;
    for (const hearer of hearers) hearer();
  };
  const update = (key, more) => put(files.map((file) => (file.key === key ? { ...file, ...more } : file)));
  const send = (one, content, address, done) => {
    const call = new XMLHttpRequest();
    const form = new FormData();
    form.append("file", content, content.name);
    call.open("POST", address);
    call.withCredentials = true;
    call.responseType = "json";
    call.upload.onprogress = (event) => update(one.key, { progress: event.loaded / event.total });
    call.onload = () => {
      const said = call.response;
      if (call.status !== 201) return update(one.key, { wrong: said?.error?.message ?? LOST });
      update(one.key, { id: said.id, name: said.name, size: said.size, picture: said.type === "image" });
      return done(one.key);
    };
    call.onerror = () => update(one.key, { wrong: LOST });
    call.send(form);
    update(one.key, { stop: () => call.abort() });
  };
  return {
    now: () => files,
    hear: (hearer) => (hearers.add(hearer), () => hearers.delete(hearer)),
    put,
    add: (contents, address, done = () => changed()) => {
      for (const content of contents) {
        const one = { key: ++count, name: content.name, size: content.size, progress: 0, wrong: "", place: place() };
        one.wrong = wrong(content, files.filter((file) => file.place === one.place && !file.wrong).length);
        put([...files, one]);
        if (!one.wrong) send(one, content, address, done);
      }
      changed();
    },
    drop: (one) => {
      one.stop?.();
      put(files.filter((file) => file.key !== one.key));
      changed();
    },
  };
}
const NONE = [];
const useShelf = (shelf) => useSyncExternalStore(shelf.hear, shelf.now, () => NONE);

/* The composer's own, each with the conversation whose draft it belongs to; drafts keep what has arrived. */
let touched = () => {};
let here = "";
const shelf = makeShelf(() => touched(), () => here);
const there = () => shelf.now().filter((file) => file.id && file.place === here);
const elsewhere = () => shelf.now().filter((file) => file.place !== here);
const placed = (files) => files.map((file) => ({ key: `kept-${file.id}`, wrong: "", ...file, place: here }));
export const useHeld = () => useShelf(shelf).filter((file) => file.place === here);
export const held = {
  isBusy: () => shelf.now().some((file) => file.place === here && !file.id && !file.wrong),
  words: () => (there().length ? `Attached: ${there().map((file) => file.name).join(", ")}` : ""),
  kept: () => there().map(({ id, name, size: bytes, picture }) => ({ id, name, size: bytes, picture })),
  /* What goes with a message. */
  take: () => {
    const files = held.kept();
    shelf.put(elsewhere());
    return files;
  },
  giveBack: (files) => shelf.put([...placed(files), ...shelf.now()]),
  /* What is still on its way to another conversation stays there. */
  turnTo: (place, kept) => {
    here = place;
    shelf.put(elsewhere().length < shelf.now().length ? [...shelf.now()] : [...shelf.now(), ...placed(kept)]);
  },
  moveTo: (place) => {
    const files = shelf.now().map((file) => (file.place === here ? { ...file, place } : file));
    here = place;
    shelf.put(files);
  },
  forget: () => shelf.put([]),
  whenTouched: (then) => (touched = then),
};

/* Dropped on a form or pasted into it. */
export const intoFiles = (server) => {
  const take = (event, files) => {
    if (!files?.length) return;
    event.preventDefault();
    shelf.add([...files], `${server}/api/files`);
  };
  return {
    onPaste: (event) => take(event, event.clipboardData?.files),
    onDrop: (event) => take(event, event.dataTransfer?.files),
    onDragOver: (event) => event.dataTransfer?.types.includes("Files") && event.preventDefault(),
  };
};

/* The focus stays where it is: by touch it moves what is tapped (the bar leaves with it), and takes the keyboard away. */
const stays = (event) => event.preventDefault();

function Choose({ add, children, ...rest }) {
  const field = useRef(null);
  const chosen = (event) => {
    add([...event.target.files]);
    event.target.value = "";
  };
  return (
    <>
      <button type="button" aria-label="Attach files" title="Attach files" onMouseDown={stays} onClick={() => field.current.click()} {...rest}>
        <Paperclip size={16} strokeWidth={1.75} aria-hidden="true" />
        {children}
      </button>
      <input ref={field} type="file" multiple hidden accept={ENDINGS.map((ending) => `.${ending}`).join(",")} onChange={chosen} />
    </>
  );
}

export const AttachButton = ({ server }) => <Choose className="attach" add={(files) => shelf.add(files, `${server}/api/files`)} />;

function Face({ file, server }) {
  if (file.wrong) return <TriangleAlert size={16} strokeWidth={1.75} aria-hidden="true" className="file-mark" />;
  if (!file.id) return <LoaderCircle size={16} strokeWidth={1.75} aria-hidden="true" className="file-mark animate-spin motion-reduce:animate-none" />;
  if (file.picture) return <img src={`${server}/api/files/${file.id}?small`} alt="" className="file-small" />;
  return <FileText size={16} strokeWidth={1.75} aria-hidden="true" className="file-mark" />;
}

function Chip({ file, server, remove, opens }) {
  const name = <bdi className="file-name">{file.name}</bdi>;
  return (
    <li className="file" data-wrong={file.wrong ? "" : undefined}>
      <Face file={file} server={server} />
      {opens && file.id ? (
        <a href={`${server}/api/files/${file.id}`} target="_blank" rel="noopener" aria-label={`Open ${file.name}`} className="file-link">
          {name}
        </a>
      ) : (
        name
      )}
      {file.wrong || file.id ? <span className="file-size">{size(file.size)}</span> : <progress aria-label={`Sending ${file.name}`} max="1" value={file.progress} />}
      <button type="button" aria-label={`Remove ${file.name}`} title="Remove" onMouseDown={stays} onClick={remove}>
        <X size={14} strokeWidth={1.75} aria-hidden="true" />
      </button>
      {file.wrong ? (
        <span role="alert" className="file-wrong">
          <span className="sr-only">{file.name}: </span>
          {file.wrong}
        </span>
      ) : null}
    </li>
  );
}

/* What goes with the next message, and who will read it. */
export function Held({ reader, server }) {
  const files = useHeld();
  const good = files.filter((file) => !file.wrong).length;
  const [said, setSaid] = useState("");
  const arrived = files.filter((file) => file.id).map((file) => file.name);
  useEffect(() => setSaid(arrived.length ? `Attached: ${arrived.join(", ")}` : ""), [arrived.length]);
  const goes = good === 1 ? "This file goes" : "These files go";
  return (
    <>
      <span role="status" className="sr-only">
        {said}
      </span>
      {good ? (
        <p className="files-reader">{reader ? `${goes} to ${reader} with your message.` : `The built-in assistant cannot read files. It can attach ${good === 1 ? "it" : "them"} to a task.`}</p>
      ) : null}
      {files.length ? (
        <ul aria-label="Files to send" className="files">
          {files.map((file) => (
            <Chip key={file.key} file={file} server={server} remove={() => forget(file, server)} />
          ))}
        </ul>
      ) : null}
    </>
  );
}

/* Of a message that nobody has answered yet: as they will stand in the log. */
export function SentFiles({ files }) {
  if (!files.length) return null;
  return (
    <ul aria-label="Attached files" className="files sent-files">
      {files.map((file) => (
        <li key={file.id} className="file">
          <Paperclip size={16} strokeWidth={1.75} aria-hidden="true" className="file-mark" />
          <bdi className="file-name">{file.name}</bdi>
        </li>
      ))}
    </ul>
  );
}

/* Not sent with anything, so the server need not keep it either. */
function forget(file, server) {
  if (file.id) fetch(`${server}/api/files/${file.id}`, { method: "DELETE", credentials: "include" }).catch(() => {});
  shelf.drop(file);
}

/* The files of a task, in its dialog: what is attached or removed here is so at once. */
export function TaskFiles({ task, files, server, onLook, onRemove }) {
  const [coming] = useState(makeShelf);
  const onTheirWay = useShelf(coming);
  useEffect(() => {
    coming.put([]);
    if (task) onLook(task);
  }, [task]);
  const arrived = (key) => {
    coming.put(coming.now().filter((file) => file.key !== key));
    onLook(task);
  };
  const add = (contents) => coming.add(contents, `${server}/api/files?task=${task}`, arrived);
  const dropped = (event) => event.dataTransfer?.files.length && (event.preventDefault(), add([...event.dataTransfer.files]));
  return (
    <section aria-label="Files" className="task-files" onDrop={dropped} onDragOver={(event) => event.preventDefault()}>
      <h3>Files</h3>
      {files.length + onTheirWay.length ? (
        <ul aria-label="Files of this task" className="files">
          {files.map((file) => (
            <Chip key={file.id} file={file} server={server} opens remove={() => onRemove(task, file.id)} />
          ))}
          {onTheirWay.map((file) => (
            <Chip key={file.key} file={file} server={server} remove={() => coming.drop(file)} />
          ))}
        </ul>
      ) : null}
      <Choose add={add} className="attach-words">
        Attach files
      </Choose>
    </section>
  );
}
