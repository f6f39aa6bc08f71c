/* Small help for forms: one sending a click, the first wrong field in focus, the number of chosen rows in the button,
   the browser's time zone, a whole column of ticks, what is not saved yet, filters folded on a phone. */
document.addEventListener("submit", function (event) {
  const form = event.target;
  if (form.method !== "post") { return; }
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "1";
});
addEventListener("pageshow", function () {
  document.querySelectorAll("form[data-sent]").forEach(function (form) { delete form.dataset.sent; });
});
(function () {
  document.querySelectorAll(".field-error").forEach(function (error, at) {
    const input = error.parentNode.querySelector("input, select, textarea");
    if (!input) { return; }
    input.setAttribute("aria-invalid", "true");
    if (at === 0) { input.focus(); }
  });
  document.querySelectorAll("[data-picks]").forEach(function (area) {
    const boxes = area.querySelectorAll("input[type=checkbox][name=pick]");
    function count() {
      const n = area.querySelectorAll("input[type=checkbox][name=pick]:checked").length;
      area.querySelectorAll("[data-count]").forEach(function (place) { place.textContent = n; });
      area.querySelectorAll("[data-count-text]").forEach(function (place) {
        const all = n + Number(place.dataset.countPlus || 0);
        const over = all - Number(place.dataset.countMost || all);
        const words = n === 1 && place.dataset.countOne ? place.dataset.countOne
          : over > 0 ? place.dataset.countOver : place.dataset.countText;
        place.textContent = words.replace("{n}", all).replace("{over}", over);
      });
      area.querySelectorAll("[data-needs-picks]").forEach(function (button) { button.disabled = n === 0; });
    }
    area.addEventListener("change", function (event) {
      if (event.target.matches("[data-pick-all]")) {
        boxes.forEach(function (box) { box.checked = event.target.checked; });
      }
      count();
    });
    count();
  });
  if (matchMedia("(max-width: 760px)").matches) {
    document.querySelectorAll(".filter").forEach(function (filter) {
      const fold = document.createElement("details");
      const summary = document.createElement("summary");
      fold.className = "fold";
      summary.textContent = filter.querySelector("button").textContent;
      filter.before(fold);
      fold.append(summary, filter);
    });
  }
  document.querySelectorAll("[data-show-for]").forEach(function (part) {
    const source = document.getElementById(part.dataset.showFor);
    const values = part.dataset.showWhen.split(" ");
    function show() { part.hidden = !values.includes(source.value); }
    if (source) { source.addEventListener("change", show); show(); }
  });
  document.querySelectorAll("input[data-own-zone]").forEach(function (input) {
    if (!input.value) { input.value = Intl.DateTimeFormat().resolvedOptions().timeZone; }
  });
  document.querySelectorAll("[data-ticks]").forEach(function (button) {
    button.addEventListener("click", function () {
      const boxes = Array.from(document.querySelectorAll('input[data-column="' + button.dataset.ticks + '"]'));
      const all = boxes.every(function (box) { return box.checked; });
      boxes.forEach(function (box) { box.checked = !all; });
      button.dispatchEvent(new Event("change", { bubbles: true }));
    });
  });
  document.querySelectorAll("[data-unsaved]").forEach(function (note) {
    note.closest("form").addEventListener("change", function () { note.hidden = false; });
  });
})();
