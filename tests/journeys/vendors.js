/* Stands for the vendor's script: an element that takes the options and speaks the protocol through their `fetch`. */
customElements.define("openai-chatkit", class extends HTMLElement {
  setOptions(options) {
    this.options = options;
    if (this.field) return;
    this.field = Object.assign(document.createElement("textarea"), { ariaLabel: options.composer.placeholder });
    const send = Object.assign(document.createElement("button"), { textContent: "Send", onclick: () => this.send() });
    this.said = document.createElement("div");
    send.style.minHeight = this.field.style.minHeight = "24px";
    this.append(this.field, send, this.said);
    this.tell("ready");
  }
  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`chatkit.${name}`, { detail }));
  }
  async send() {
    const { url, fetch } = this.options.api;
    const input = { content: [{ type: "input_text", text: this.field.value }], attachments: [], inference_options: {} };
    const body = JSON.stringify({ type: "threads.create", params: { input } });
    const answer = await fetch(url, { method: "POST", headers: { "Content-Type": "application/json" }, body });
    const events = (await answer.text()).split("\n").filter((line) => line.startsWith("data:")).map((line) => JSON.parse(line.slice(5)));
    this.said.textContent = events.map(({ item }) => item?.content?.[0]?.text ?? "").join(" ");
    this.tell("thread.change", { threadId: events.find(({ type }) => type === "thread.created")?.thread.id });
  }
});
