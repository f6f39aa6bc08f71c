/* A long form that outlives its window: what is typed and not saved yet is kept in this browser, until the step is saved
   (the stamp of the form is another one then) or the form is sent. */
(function () {
  const prefix = "portal-typed-";
  function kept() {
    return Object.keys(localStorage).filter(function (key) { return key.startsWith(prefix); });
  }
  function read(key) {
    try { return JSON.parse(localStorage.getItem(key)) || {}; } catch (e) { return {}; }
  }
  try {
    if (document.querySelector("[data-forget-typed]")) {
      kept().forEach(function (key) { localStorage.removeItem(key); });
      return;
    }
    const form = document.querySelector("form[data-keep]");
    if (!form) { return; }
    const key = prefix + form.dataset.keep;
    const stamp = form.dataset.keepStamp;
    kept().forEach(function (other) {
      if (read(other).stamp !== stamp) { localStorage.removeItem(other); }
    });
    const fields = Array.from(form.elements).filter(function (field) {
      return field.name && !["hidden", "submit", "button"].includes(field.type);
    });
    const before = read(key).fields;
    if (before) {
      let changed = false;
      fields.forEach(function (field, at) {
        const value = before[at];
        const box = field.type === "checkbox" || field.type === "radio";
        if (value === undefined || value === (box ? field.checked : field.value)) { return; }
        if (box) { field.checked = value; } else { field.value = value; }
        changed = true;
      });
      document.querySelector("[data-restored]").hidden = !changed;
    }
    form.addEventListener("input", function () {
      const values = fields.map(function (field) {
        return field.type === "checkbox" || field.type === "radio" ? field.checked : field.value;
      });
      try { localStorage.setItem(key, JSON.stringify({ stamp: stamp, fields: values })); } catch (e) { /* saved with the step */ }
    });
  } catch (e) { /* no storage in this browser: the step is saved when it is sent */ }
})();
