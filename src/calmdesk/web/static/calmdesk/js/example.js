// Fills the form with a small conversation, for whoever has none at hand.
export function offerExample(button, example, form) {
  const fill = () => {
    form.elements.text.value = example.content.textContent;
    form.elements.agents.value = "Lee";
    form.elements.text.focus();
  };
  button.hidden = false;
  button.addEventListener("click", fill);
  if (location.hash === "#example") fill();
}
