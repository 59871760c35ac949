(() => {
  const own = new URL(document.currentScript.src);
  const words = CHAT_WORDS[document.currentScript.dataset.lang ?? document.documentElement.lang.split("-")[0]] ?? Object.values(CHAT_WORDS)[0];
  const button = document.createElement("button");
  const frame = document.createElement("iframe");
  const place = "position:fixed;inset-block-end:1rem;inset-inline-end:1rem;z-index:2147483000;";
  button.type = "button";
  button.style.cssText = `${place}padding:.75rem 1.25rem;border:0;border-radius:2rem;background:${CHAT_COLOUR};color:#fff;font:700 1rem/1.4 system-ui,sans-serif;cursor:pointer`;
  frame.style.cssText = `${place}inset-block-end:5rem;inline-size:min(26rem,calc(100vw - 2rem));block-size:min(40rem,calc(100vh - 7rem));border:1px solid #4a5763;border-radius:.5rem;background:#fff`;
  frame.title = words.open;
  frame.hidden = true;
  button.textContent = words.open;
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", () => {
    frame.src ||= new URL(`./?lang=${words.lang}`, own).href;
    frame.hidden = !frame.hidden;
    frame.style.display = frame.hidden ? "none" : "block";
    button.textContent = frame.hidden ? words.open : words.close;
    button.setAttribute("aria-expanded", String(!frame.hidden));
  });
  frame.style.display = "none";
  document.body.append(button, frame);
})();
