/* Signing out wipes what the writing desk keeps on this device. Words that are nowhere else go to the server first; where they
   cannot, the writer chooses. A session that ends by itself wipes nothing. */
"use strict";
document.querySelectorAll("form[data-sign-out]").forEach(function (form) {
  const PATIENCE = 3000, PAUSE = 200;

  /* The drafts with words that are only here; those of another tab that lives are sent by it within seconds. */
  async function unsent() {
    const desks = [];
    document.dispatchEvent(new CustomEvent("signing-out", { detail: desks }));
    const here = (await Promise.all(desks)).filter(Boolean);
    let kept = [];
    for (let waited = 0; waited <= PATIENCE; waited += PAUSE) {
      kept = await Journal.drafts();
      if (kept.length === 0) { break; }
      await new Promise(function (later) { setTimeout(later, PAUSE); });
    }
    return here.concat(kept);
  }
  form.addEventListener("submit", async function (event) {
    event.preventDefault();
    if (form.dataset.sent) { return; }
    try {
      const drafts = await unsent();
      if (drafts.length > 0 && !confirm(form.dataset.signOut)) {
        delete form.dataset.sent;
        const desk = document.getElementById("desk");
        if (!desk || desk.dataset.item !== drafts[0]) { location.href = "/app/items/desk/" + drafts[0]; }
        return;
      }
      await Journal.wipeAll();
    } catch (noStorage) { /* then nothing is kept here */ }
    form.submit();
  });
});
