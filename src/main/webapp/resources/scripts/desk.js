/* The writing desk. Every change goes to the journal of this device at once and to the server within two seconds; a field
   that was changed elsewhere meanwhile is never overwritten: both texts are shown and the writer chooses. */
"use strict";
(function () {
  const desk = document.getElementById("desk");
  if (!desk) { return; }
  const draft = desk.dataset.item;
  const writer = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const SAVE_AFTER = 600, SAVE_AT_LATEST = 1500, LOOK_EVERY = 10000, SLOWEST_RETRY = 15000, QUIET = 30 * 60000;
  const NO_ANSWER = 15000;
  const MOST_AT_ONCE = 40, SHOWN_LACKS = 4;

  const fields = new Map();   // name -> { value, base, dirty, conflict, problem }
  const inputs = new Map();   // name -> the element that shows it
  let seq = 0, journal = null, writable = true, sending = false, timer = 0, firstDirty = 0, retry = 1000;
  let savedAt = 0, lastTyped = Date.now(), state = "loading", checks = { findings: [], lacks: [] };
  let domains = [], drawn = "", wanted = 4;

  /* ---- words and small parts ---- */
  function word(name, ...values) {
    const place = document.querySelector('#deskWords [data-word="' + name + '"]');
    return values.reduce(function (text, value, at) { return text.replace("{" + at + "}", value); }, place.textContent);
  }
  function part(name) { return document.getElementById(name).content.firstElementChild.cloneNode(true); }
  function letter(at) { return String.fromCharCode(65 + at); }
  function of(name) { return fields.has(name) ? fields.get(name).value : ""; }
  function ids(name) { return of(name).split(",").filter(Boolean); }
  function freshId() {
    const letters = "abcdefghjkmnpqrstvwxyz0123456789";
    return Array.from(crypto.getRandomValues(new Uint8Array(5)), function (b) { return letters[b % 32]; }).join("");
  }
  function field(name) {
    if (!fields.has(name)) { fields.set(name, { value: "", base: 0, dirty: false, conflict: null, problem: null }); }
    return fields.get(name);
  }
  function dirtyFields() { return Array.from(fields).filter(function ([, one]) { return one.dirty; }); }

  /* ---- what the line below the title says ---- */
  function show(now) {
    state = now;
    const place = document.getElementById("deskState");
    const seconds = Math.round((Date.now() - savedAt) / 1000);
    const text = now === "saved" && seconds > 4 && seconds < 120 ? word("savedBefore", seconds)
      : now === "offline" && !journal ? word("offlineOnly") : word(now);
    const kind = { saved: "ok", offline: "warn", signedOut: "warn", factor: "warn", conflict: "warn", problem: "bad", closed: "bad", gone: "bad" }[now];
    if (place.textContent !== text) { place.textContent = text; }
    place.className = "pill" + (kind ? " " + kind : "");
  }
  function notice(text, link, label) {
    const place = document.getElementById("deskNotice");
    place.replaceChildren(text || "");
    if (link) {
      const go = document.createElement("a");
      go.href = link; go.target = "_blank"; go.textContent = label;
      place.append(" ", go);
    }
    place.hidden = !text;
  }

  /* ---- a change by the writer ---- */
  function type(name, value) {
    const one = field(name);
    if (!writable || one.value === value) { return; }
    one.value = value;
    one.dirty = true;
    one.problem = null;
    lastTyped = Date.now();
    if (journal) { journal.keep(name, value, one.base).catch(lostJournal); }
    if (state === "saved") { show("saving"); }
    schedule();
  }
  function lostJournal() {
    journal = null;
    notice(word("noJournal"));
  }
  function schedule() {
    const now = Date.now();
    firstDirty = firstDirty || now;
    clearTimeout(timer);
    timer = setTimeout(save, Math.max(0, Math.min(SAVE_AFTER, firstDirty + SAVE_AT_LATEST - now)));
  }

  /* ---- to the server ---- */
  async function post(changes, keepalive) {
    const answer = await fetch(desk.dataset.desk, {
      method: "POST", redirect: "manual", keepalive: !!keepalive, cache: "no-store",
      signal: AbortSignal.timeout(NO_ANSWER),
      headers: { "Content-Type": "application/json", "Accept": "application/json" },
      body: JSON.stringify({ writer: writer, known: seq, changes: changes })
    });
    return answer;
  }
  /* What the portal says; null when something else answers, such as a server that is about to start: that is no verdict. */
  async function spoken(answer) {
    const type = answer.headers.get("Content-Type") || "";
    return type.startsWith("application/json") ? answer.json() : null;
  }
  async function save() {
    clearTimeout(timer);
    if (sending || !writable) { return; }
    const changes = dirtyFields().filter(function ([, one]) { return !one.conflict && !one.problem; })
      .slice(0, MOST_AT_ONCE).map(function ([name, one]) { return { field: name, value: one.value, base: one.base }; });
    sending = true;
    firstDirty = 0;
    let answer, said;
    try {
      answer = await post(changes);
      said = await spoken(answer);
    } catch (noConnection) {
      sending = false;
      again("offline");
      return;
    }
    sending = false;
    const first = whatIsFirst(said);
    if (first) {
      notice(word("factorText"), first, word("factorGo"));
      again("factor");
    } else if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
      notice(word("signedOutText"), "/sign-in?from=" + encodeURIComponent(location.pathname), word("signIn"));
      again("signedOut");
    } else if (said && answer.ok) {
      retry = 1000;
      if (state === "signedOut" || state === "factor") { notice(""); }
      saved(changes, said);
    } else if (said && answer.status === 404) {
      end("gone", word("gone"));
    } else if (said && answer.status === 409) {
      end("closed", said.refused);
    } else {
      again("offline");
    }
  }
  /* The page that the server wants to be visited before anything else, with the way back to this one; empty for none. */
  function whatIsFirst(said) {
    return said && said.first ? said.first + "?from=" + encodeURIComponent(location.pathname) : "";
  }
  function again(now) {
    show(now);
    clearTimeout(timer);
    timer = setTimeout(save, retry);
    retry = Math.min(SLOWEST_RETRY, retry * 2);
  }
  function saved(changes, answer) {
    const stored = answer.versions;
    for (const change of changes) {
      const one = field(change.field);
      if (!(change.field in stored)) { continue; }
      one.base = stored[change.field];
      if (one.value === change.value) {
        one.dirty = false;
        if (journal) { journal.forget(change.field).catch(lostJournal); }
      } else if (journal) {
        journal.keep(change.field, one.value, one.base).catch(lostJournal);
      }
    }
    answer.conflicts.forEach(function (theirs) { field(theirs.field).conflict = theirs; });
    answer.problems.forEach(function (problem) { field(problem.field).problem = problem.text; });
    answer.others.forEach(function (theirs) {
      const one = field(theirs.field);
      if (!one.dirty) { one.value = theirs.value; one.base = theirs.version; }
      else if (one.conflict) { one.conflict = theirs; }
    });
    seq = answer.seq;
    checks = answer.checks || checks;
    savedAt = Date.now();
    if (changes.length > 0) { channel.postMessage("saved"); }
    if (answer.others.length > 0) { draw(); } else { marks(); }
    drawChecks();
    settle();
    if (dirtyFields().some(function ([, one]) { return !one.conflict && !one.problem; })) { schedule(); }
  }
  function settle() {
    const all = Array.from(fields.values());
    show(all.some(function (one) { return one.conflict; }) ? "conflict"
      : all.some(function (one) { return one.problem; }) ? "problem"
        : dirtyFields().length > 0 ? "saving" : "saved");
  }
  /* Nothing can be saved any more: what the server does not have stays on the page, to be copied, and not on the device. */
  function end(now, text) {
    const left = dirtyFields().map(function ([, one]) { return one.value; }).filter(Boolean);
    writable = false;
    show(now);
    notice(left.length > 0 ? text + " " + word("unsaved") : text);
    if (left.length > 0) {
      const copy = document.createElement("button");
      copy.type = "button";
      copy.className = "button";
      copy.textContent = word("copy");
      copy.addEventListener("click", function () {
        navigator.clipboard.writeText(left.join("\n\n")).then(function () { copy.textContent = word("copied"); });
      });
      document.getElementById("deskNotice").append(" ", copy);
    }
    Journal.wipe(draft).catch(function () { /* nothing was kept */ });
    draw();
  }

  /* ---- texts: a field over a copy of itself that carries the marks and gives it its height ---- */
  function typed(box, name, label, hint) {
    const area = document.createElement("textarea");
    const under = document.createElement("div");
    under.className = "under";
    under.setAttribute("aria-hidden", "true");
    area.id = "f-" + name;
    area.rows = Number(box.dataset.rows);
    area.spellcheck = true;
    if (label) { area.setAttribute("aria-label", label); }
    if (hint) { area.placeholder = hint; }
    area.addEventListener("input", function () { type(name, area.value); under.textContent = (area.value || area.placeholder) + "\n"; });
    const layers = document.createElement("div");
    layers.className = "layers";
    layers.append(under, area);
    box.append(layers);
    box.dataset.field = name;
    inputs.set(name, area);
    return area;
  }
  function marks() {
    inputs.forEach(function (input, name) {
      const one = field(name);
      const box = input.closest(".typed, .field");
      if (input.tagName === "TEXTAREA") {
        const under = input.previousElementSibling;
        const spans = one.dirty ? [] : checks.findings.filter(function (finding) {
          return finding.field === name && finding.to > finding.from && !finding.waived;
        }).sort(function (a, b) { return a.from - b.from; });
        under.replaceChildren();
        let at = 0;
        spans.forEach(function (span) {
          if (span.from < at) { return; }
          const mark = document.createElement("mark");
          mark.className = span.level;
          mark.textContent = one.value.slice(span.from, span.to);
          under.append(one.value.slice(at, span.from), mark);
          at = span.to;
        });
        under.append((one.value.slice(at) || input.placeholder) + "\n");
      }
      if (input.value !== one.value && document.activeElement !== input) { input.value = one.value; }
      else if (input.value !== one.value && !one.dirty) { replaceTyped(input, one.value); }
      input.readOnly = !writable;
      if (input.tagName === "SELECT" || input.type === "date") { input.disabled = !writable; }
      beside(box, one, name);
    });
  }
  /* Somebody else changed the field in which the cursor stands: the cursor stays where it was. */
  function replaceTyped(input, value) {
    const at = input.selectionStart;
    input.value = value;
    if (input.setSelectionRange && at !== null) { input.setSelectionRange(at, at); }
  }
  function beside(box, one, name) {
    const old = box.querySelector(":scope > .conflict, :scope > .field-error");
    if (one.problem) {
      if (old && old.textContent === one.problem) { return; }
      if (old) { old.remove(); }
      const error = document.createElement("span");
      error.className = "field-error";
      error.setAttribute("role", "alert");
      error.textContent = one.problem;
      box.append(error);
    } else if (one.conflict) {
      if (old && old.dataset.version === String(one.conflict.version)) {
        old.querySelector("[data-mine]").textContent = one.value;
        return;
      }
      if (old) { old.remove(); }
      const choice = part("partConflict");
      choice.dataset.version = one.conflict.version;
      choice.querySelector("[data-mine]").textContent = one.value;
      choice.querySelector("[data-theirs]").textContent = one.conflict.value;
      const isText = inputs.get(name).tagName === "TEXTAREA";
      choice.querySelector('[data-keep="both"]').hidden = !isText;
      choice.addEventListener("click", function (event) {
        const keep = event.target.dataset.keep;
        if (keep) { choose(name, keep); }
      });
      box.append(choice);
    } else if (old) {
      old.remove();
    }
  }
  function choose(name, keep) {
    const one = field(name);
    const theirs = one.conflict;
    one.conflict = null;
    one.base = theirs.version;
    const value = keep === "mine" ? one.value : keep === "theirs" ? theirs.value : theirs.value + "\n\n" + one.value;
    one.dirty = theirs.here || value !== theirs.value;
    one.value = value;
    if (journal) { (one.dirty ? journal.keep(name, value, one.base) : journal.forget(name)).catch(lostJournal); }
    const input = inputs.get(name);
    draw();
    if (input) { (inputs.get(name) || input).focus(); }
    settle();
    schedule();
  }

  /* ---- options, references, places ---- */
  function draw() {
    const focused = document.activeElement && document.activeElement.id;
    drawPlaces();
    drawOptions();
    drawReferences();
    marks();
    const back = focused && document.getElementById(focused);
    if (back && back !== document.activeElement) { back.focus(); }
  }
  function drawOptions() {
    const list = document.getElementById("options");
    const order = ids("options");
    const key = of("key");
    const shown = new Map(Array.from(list.children).map(function (card) { return [card.dataset.option, card]; }));
    shown.forEach(function (card, id) {
      if (!order.includes(id)) {
        card.remove();
        ["text", "rationale", "misconception"].forEach(function (p) { inputs.delete("option." + id + "." + p); });
      }
    });
    order.forEach(function (id, at) {
      let card = shown.get(id);
      if (!card) {
        card = part("partOption");
        card.dataset.option = id;
        ["text", "rationale", "misconception"].forEach(function (p) {
          typed(card.querySelector('[data-typed="' + p + '"]'), "option." + id + "." + p);
        });
      }
      if (list.children[at] !== card) { list.insertBefore(card, list.children[at] || null); }
      const isKey = id === key;
      card.classList.toggle("right", isKey);
      const button = card.querySelector(".letter");
      button.id = "key-" + id;
      button.firstElementChild.textContent = letter(at);
      button.setAttribute("aria-pressed", isKey);
      button.setAttribute("aria-label", word(isKey ? "isKey" : "makeKey", letter(at)));
      button.disabled = !writable;
      label(id, "text", word("optionText", letter(at)), word("optionText", letter(at)));
      label(id, "rationale", word("optionText", letter(at)) + ": " + word(isKey ? "rationaleKey" : "rationale"),
        word(isKey ? "rationaleKey" : "rationale"));
      label(id, "misconception", word("optionText", letter(at)) + ": " + word("misconception"), word("misconception"));
      card.querySelector('[data-typed="misconception"]').hidden = isKey;
      card.querySelector('[data-move="-1"]').disabled = at === 0 || !writable;
      card.querySelector('[data-move="1"]').disabled = at === order.length - 1 || !writable;
      card.querySelector("[data-remove]").disabled = order.length < 3 || !writable;
    });
    document.getElementById("addOption").hidden = order.length >= wanted || !writable;
    document.getElementById("addReference").hidden = !writable;
  }
  function label(id, p, text, hint) {
    const area = inputs.get("option." + id + "." + p);
    area.setAttribute("aria-label", text);
    area.placeholder = hint;
  }
  function drawReferences() {
    const place = document.getElementById("references");
    const order = ids("references");
    Array.from(place.children).forEach(function (card) {
      if (!order.includes(card.dataset.reference)) {
        ["title", "url", "quote", "accessed"].forEach(function (p) { inputs.delete("reference." + card.dataset.reference + "." + p); });
        card.remove();
      }
    });
    order.forEach(function (id) {
      if (place.querySelector('[data-reference="' + id + '"]')) { return; }
      const card = part("partReference");
      card.dataset.reference = id;
      card.querySelectorAll("[data-part]").forEach(function (input) {
        const name = "reference." + id + "." + input.dataset.part;
        input.id = "f-" + name;
        input.closest(".field").querySelector("label").htmlFor = input.id;
        input.addEventListener("input", function () {
          type(name, input.value);
          if (input.dataset.part === "url" && input.value && !of("reference." + id + ".accessed")) { readToday(id); }
        });
        inputs.set(name, input);
      });
      typed(card.querySelector(".typed"), "reference." + id + ".quote", word("quote"), word("quote"));
      card.querySelector("[data-remove-reference]").addEventListener("click", function () {
        type("references", ids("references").filter(function (one) { return one !== id; }).join(","));
        draw();
        document.getElementById("addReference").focus();
      });
      place.append(card);
    });
  }
  /* Whoever gives an address has read the page: today, unless another day is chosen. */
  function readToday(id) {
    const now = new Date();
    const name = "reference." + id + ".accessed";
    type(name, new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10));
    inputs.get(name).value = of(name);
  }
  function drawPlaces() {
    const domain = document.getElementById("f-domain");
    if (domain.options.length === 0) {
      choices(domain, word("chooseDomain"), domains);
      domain.addEventListener("change", function () { type("domain", domain.value); type("task", ""); drawPlaces(); });
      inputs.set("domain", domain);
      const task = document.getElementById("f-task");
      task.addEventListener("change", function () { type("task", task.value); });
      inputs.set("task", task);
    }
    domain.value = of("domain");
    const chosen = domains.find(function (one) { return String(one.number) === of("domain"); });
    const tasks = chosen ? chosen.tasks : [];
    document.getElementById("taskField").hidden = tasks.length === 0;
    const task = document.getElementById("f-task");
    choices(task, word("chooseTask"), tasks);
    task.value = of("task");
  }
  function choices(select, first, all) {
    select.replaceChildren(new Option(first, ""), ...all.map(function (one) {
      return new Option(one.number + " · " + one.name, one.number);
    }));
  }
  document.getElementById("options").addEventListener("click", function (event) {
    const card = event.target.closest("[data-option]");
    const button = event.target.closest("button");
    if (!card || !button || !writable) { return; }
    if (button.classList.contains("letter")) { right(card.dataset.option); }
    else if (button.dataset.move) { move(card.dataset.option, Number(button.dataset.move), button.dataset.move); }
    else if (button.dataset.remove) { removeOption(card.dataset.option); }
  });
  function right(id) {
    type("key", of("key") === id ? "" : id);
    draw();
  }
  function move(id, by, button) {
    const order = ids("options");
    const at = order.indexOf(id);
    const to = at + by;
    if (to < 0 || to >= order.length) { return; }
    order.splice(to, 0, order.splice(at, 1)[0]);
    type("options", order.join(","));
    draw();
    const card = document.querySelector('[data-option="' + id + '"]');
    const again = button && card.querySelector('[data-move="' + button + '"]:not(:disabled)');
    (again || card.querySelector("textarea")).focus();
  }
  function removeOption(id) {
    type("options", ids("options").filter(function (one) { return one !== id; }).join(","));
    ["text", "rationale", "misconception"].forEach(function (p) { if (of("option." + id + "." + p)) { type("option." + id + "." + p, ""); } });
    if (of("key") === id) { type("key", ""); }
    draw();
    document.getElementById("addOption").focus();
  }
  document.getElementById("addOption").addEventListener("click", function () {
    const id = freshId();
    type("options", ids("options").concat(id).join(","));
    draw();
    inputs.get("option." + id + ".text").focus();
  });
  document.getElementById("addReference").addEventListener("click", addReference);
  function addReference() {
    if (!writable) { return; }
    const id = freshId();
    type("references", ids("references").concat(id).join(","));
    draw();
    inputs.get("reference." + id + ".title").focus();
  }

  /* ---- checks ---- */
  function drawChecks() {
    const place = document.getElementById("checks");
    const inside = place.contains(document.activeElement);
    const said = JSON.stringify(checks) + writable;
    if (said === drawn || inside && document.activeElement.tagName === "TEXTAREA") { return; }
    drawn = said;
    const focused = inside ? Array.from(place.querySelectorAll("button, a")).indexOf(document.activeElement) : -1;
    const open = checks.findings.filter(function (one) { return !one.waived; });
    const waived = checks.findings.filter(function (one) { return one.waived; });
    const count = open.filter(function (one) { return one.level !== "INFO"; }).length;
    const pill = document.getElementById("checksPill");
    pill.textContent = count === 0 ? "" : count === 1 ? word("toLookOne") : word("toLook", count);
    pill.className = "pill" + (count > 0 ? " warn" : "");
    pill.hidden = count === 0;
    place.replaceChildren();
    const rank = { ERROR: 0, WARNING: 1, INFO: 2 };
    open.sort(function (a, b) { return rank[a.level] - rank[b.level]; }).forEach(function (one) { place.append(finding(one)); });
    if (waived.length > 0) {
      const fold = document.createElement("details");
      const title = document.createElement("summary");
      title.textContent = word("waivedFold", waived.length);
      fold.className = "small";
      fold.append(title);
      waived.forEach(function (one) { fold.append(finding(one)); });
      place.append(fold);
    }
    if (checks.lacks.length > 0) {
      const title = document.createElement("h3");
      title.textContent = word("needed");
      const list = document.createElement("ul");
      list.className = "lacks small";
      const rest = document.createElement("details");
      const more = document.createElement("summary");
      rest.className = "small";
      rest.append(more, list.cloneNode());
      checks.lacks.forEach(function (lack, at) {
        const line = document.createElement("li");
        const go = document.createElement("button");
        go.type = "button";
        go.className = "textual";
        go.textContent = lack.text;
        go.addEventListener("click", function () { goTo(lack.field, 0, 0); });
        line.append(go);
        (at < SHOWN_LACKS ? list : rest.lastElementChild).append(line);
      });
      more.textContent = word("more", checks.lacks.length - SHOWN_LACKS);
      rest.hidden = checks.lacks.length <= SHOWN_LACKS;
      place.append(title, list, rest);
    }
    const buttons = place.querySelectorAll("button, a");
    if (focused >= 0 && buttons.length > 0) { buttons[Math.min(focused, buttons.length - 1)].focus(); }
    if (open.length === 0 && of("question")) {
      const fine = document.createElement("p");
      fine.className = "small dim";
      fine.textContent = word("fine");
      place.append(fine);
    }
  }
  function finding(one) {
    const card = part("partFinding");
    card.classList.add({ ERROR: "bad", WARNING: "warn", INFO: "info" }[one.level]);
    card.querySelector("b").textContent = one.rule + " " + one.title;
    card.querySelector("p").textContent = one.text;
    card.querySelector("[data-show]").addEventListener("click", function () { goTo(one.field, one.from, one.to); });
    const fix = card.querySelector("[data-fix]");
    fix.hidden = one.fixes.length === 0 || !writable;
    fix.addEventListener("click", function () {
      one.fixes.forEach(function (mended) { type(mended.field, mended.value); });
      draw();
      goTo(one.field, 0, 0);
    });
    const why = card.querySelector("[data-why]");
    why.href = "/app/linter/rule/" + one.rule;
    const reason = card.querySelector("[data-reason]");
    const waive = card.querySelector("[data-waive]");
    const area = reason.querySelector("textarea");
    area.id = "reason-" + one.rule + "-" + one.field;
    reason.querySelector("label").htmlFor = area.id;
    area.value = of(one.waiver);
    waive.hidden = one.level !== "WARNING" || !writable;
    waive.setAttribute("aria-expanded", "false");
    waive.addEventListener("click", function () {
      reason.hidden = !reason.hidden;
      waive.setAttribute("aria-expanded", String(!reason.hidden));
      if (!reason.hidden) { area.focus(); }
    });
    if (one.waived) { reason.hidden = false; waive.hidden = true; }
    area.addEventListener("input", function () { type(one.waiver, area.value); });
    area.addEventListener("blur", function () { setTimeout(drawChecks, 0); });
    return card;
  }
  function goTo(name, from, to) {
    const input = inputs.get(name) || (name === "key" ? document.querySelector("#options .letter")
      : name === "options" ? inputs.get("option." + ids("options")[0] + ".text")
        : name === "references" ? document.querySelector("#references input") || document.getElementById("addReference") : null);
    if (!input) { return; }
    input.scrollIntoView({ block: "center" });
    input.focus();
    if (to > from && input.setSelectionRange && input.tagName === "TEXTAREA") { input.setSelectionRange(from, to); }
  }

  /* ---- another item like it ---- */
  document.getElementById("askAlike").addEventListener("click", async function () {
    const place = document.getElementById("alike");
    await settled();
    try {
      const answer = await fetch(desk.dataset.likeness, {
        method: "POST", redirect: "manual", headers: { "Content-Type": "application/json" }, body: "{}"
      });
      const said = await answer.json();
      place.textContent = said.refused || word(said.similar ? "alike" : "notAlike");
      place.className = said.similar ? "note warn" : "small dim";
    } catch (noAnswer) {
      place.textContent = word("alikeFailed");
    }
  });

  /* ---- keyboard, leaving, coming back ---- */
  document.addEventListener("keydown", function (event) {
    const card = document.activeElement && document.activeElement.closest("[data-option]");
    const id = card && card.dataset.option;
    let done = true;
    if ((event.ctrlKey || event.metaKey) && event.code === "KeyS") { save(); }
    else if ((event.ctrlKey || event.metaKey) && event.code === "Enter") { document.getElementById("handIn").click(); }
    else if (!event.altKey || event.ctrlKey || event.metaKey) { done = false; }
    else if (/^Digit[1-6]$/.test(event.code)) {
      const one = ids("options")[Number(event.code.slice(5)) - 1];
      if (one) { inputs.get("option." + one + ".text").focus(); }
    }
    else if (event.code === "Digit0") { inputs.get("question").focus(); }
    else if (event.code === "KeyK" && id) { right(id); }
    else if (event.code === "ArrowUp" && id) { move(id, -1); }
    else if (event.code === "ArrowDown" && id) { move(id, 1); }
    else if (event.code === "KeyR") { addReference(); }
    else if (event.code === "KeyC") { const first = document.querySelector("#checks button"); if (first) { first.focus(); } }
    else { done = false; }
    if (done) { event.preventDefault(); }
  });
  /* Resolves when all is on the server, or cannot be now. */
  async function settled() {
    for (let turn = 0; turn < 40 && (sending || dirtyFields().length > 0); turn++) {
      if (state === "offline" || state === "signedOut" || state === "factor" || state === "conflict" || state === "problem" || !writable) { return; }
      await save();
      await new Promise(function (later) { setTimeout(later, 100); });
    }
  }
  document.querySelectorAll("[data-leave]").forEach(function (link) {
    link.addEventListener("click", async function (event) {
      if (dirtyFields().length === 0) { return; }
      event.preventDefault();
      await settled();
      if (dirtyFields().length === 0 || confirm(word("leave"))) { location.href = link.href; }
    });
  });
  document.addEventListener("signing-out", function (event) {
    event.detail.push(settled().then(function () { return writable && dirtyFields().length > 0 ? draft : null; }));
  });
  addEventListener("pagehide", function () {
    const changes = dirtyFields().filter(function ([, one]) { return !one.conflict && !one.problem; })
      .map(function ([name, one]) { return { field: name, value: one.value, base: one.base }; });
    if (changes.length > 0 && writable) { post(changes, true).catch(function () { /* the journal has them */ }); }
  });
  addEventListener("online", function () { retry = 1000; save(); });
  addEventListener("offline", function () { if (writable && state !== "loading") { show("offline"); } });
  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "visible" && state !== "loading") { retry = 1000; save(); }
  });
  setInterval(function () {
    if (state === "saved") { show("saved"); }
    const idle = Date.now() - lastTyped > QUIET;
    if (writable && !idle && state === "saved" && Date.now() - savedAt > LOOK_EVERY && document.visibilityState === "visible") { save(); }
  }, 1000);
  const channel = new BroadcastChannel("desk-" + draft);
  channel.onmessage = function () { if (state === "saved") { save(); } };

  /* ---- opening ---- */
  async function open() {
    let content = null;
    try {
      const answer = await fetch(desk.dataset.desk, { redirect: "manual", cache: "no-store",
        headers: { "Accept": "application/json" }, signal: AbortSignal.timeout(NO_ANSWER) });
      const said = await spoken(answer);
      const first = whatIsFirst(said);
      if (first) { location.href = first; return; }
      content = answer.ok ? said : null;
    } catch (noConnection) {
      content = null;
    }
    if (!content) {
      notice(word("notLoaded"));
      setTimeout(open, retry);
      retry = Math.min(SLOWEST_RETRY, retry * 2);
      return;
    }
    retry = 1000;
    notice("");
    seq = content.seq;
    domains = content.domains;
    wanted = content.options;
    checks = content.checks;
    writable = content.writable;
    content.fields.forEach(function (one) {
      fields.set(one.field, { value: one.value, base: one.version, writer: one.writer, dirty: false, conflict: null, problem: null });
    });
    document.querySelectorAll("article > .typed").forEach(function (box) {
      typed(box, box.dataset.typed).setAttribute("aria-labelledby", "l-" + box.dataset.typed);
    });
    let lost = 0;
    if (writable) {
      await openJournal(content.key);
    } else {
      lost = await Journal.wipe(draft).catch(function () { return 0; });
    }
    desk.hidden = false;
    savedAt = Date.now();
    draw();
    drawChecks();
    if (writable) { settle(); } else { show("closed"); notice(lost > 0 ? word("closed") + " " + word("tooLate") : word("closed")); }
    desk.dataset.ready = "true";
    if (dirtyFields().length > 0) { save(); }
  }
  async function openJournal(secret) {
    let left;
    try {
      journal = await Journal.open(draft, writer, secret);
      left = await journal.left();
    } catch (noStorage) {
      lostJournal();
      return;
    }
    let back = 0;
    for (const entry of left) {
      const one = field(entry.field);
      if (one.value === entry.value) { await journal.forget(entry.field, entry.tab); continue; }
      const unseen = one.base > entry.version && one.writer !== entry.tab;
      if (unseen || one.dirty) { one.conflict = { field: entry.field, value: one.value, version: one.base, here: one.dirty }; }
      one.value = entry.value;
      one.dirty = true;
      back++;
      await journal.keep(entry.field, entry.value, unseen ? entry.version : one.base);
      await journal.forget(entry.field, entry.tab);
    }
    if (back > 0) { notice(word("restored")); }
  }
  open();
})();
