// Without scripts the browser's own menu prints; with them there is a button.
const button = document.getElementById("print");
if (button) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
