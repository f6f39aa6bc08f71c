/* Signing out wipes what the writing desk and a live review keep on this device. Words that are nowhere else go to the server
   first; where they cannot, the writer chooses. A session that ends by itself wipes nothing. */
"use strict";
document.querySelectorAll("form[data-sign-out]").forEach(function (form) {
  const PATIENCE = 3000, PAUSE = 200;

  /* Where words are that are only here; those of a desk in another tab that lives are sent by it within seconds. */
  async function unsent() {
    const desks = [];
    document.dispatchEvent(new CustomEvent("signing-out", { detail: desks }));
    const here = (await Promise.all(desks)).filter(Boolean);
    if (here.length > 0) { return here; }
    let kept = [];
    for (let waited = 0; waited <= PATIENCE; waited += PAUSE) {
      kept = await Journal.drafts();
      if (kept.length === 0) { break; }
      await new Promise(function (later) { setTimeout(later, PAUSE); });
    }
    return kept;
  }
  function page(kept) {
    return kept.startsWith("review-") ? "/app/reviews/session/" + kept.slice("review-".length) : "/app/items/desk/" + kept;
  }
  form.addEventListener("submit", async function (event) {
    event.preventDefault();
    if (form.dataset.sent) { return; }
    try {
      const drafts = await unsent();
      if (drafts.length > 0 && !confirm(form.dataset.signOut)) {
        delete form.dataset.sent;
        if (location.pathname !== page(drafts[0])) { location.href = page(drafts[0]); }
        return;
      }
      await Journal.wipeAll();
    } catch (noStorage) { /* then nothing is kept here */ }
    form.submit();
  });
});
