/* The live screens of a group review: of a member, and the console of who leads. Both draw what the server says of the
   session; a stream tells that something changed, and where there is none the screen asks every two seconds. What somebody
   typed and did not send is kept item by item: on the page, and encrypted in the journal of this device (R9.4). */
"use strict";
(function () {
  const root = document.getElementById("review");
  if (!root) { return; }
  const LEADS = root.dataset.role === "lead";
  const AGAIN = 500, POLL = 2000, CHECK = 5000, NO_ANSWER = 10000, STREAM_AGAIN = 15000, SHORT_STREAM = 5000;
  const VERDICTS = ["ACCEPT", "CHANGE", "REVISE", "REJECT"];
  const REPEATABLE = ["open", "show", "next", "reveal"];
  const PRODUCT = document.title.slice(document.title.lastIndexOf("·") + 2);
  const SINGLE_KEYS = "review-single-keys";
  const KEPT = "review-" + root.dataset.session, TAB = crypto.randomUUID();

  let now = null, heard = 0;                 // what the server said last, and when
  let stream = null, streams = false, noStreamBefore = 0;
  let timer = 0, looking = false, again = false, reached = true;
  let queue = Promise.resolve();
  let arrived = false;
  let verdict = null;                        // { entry, place, verdict, sending }: given here, not yet known to the server
  const unsure = new Map();                  // entry -> a comment of which nobody knows whether it arrived
  let deciding = "";
  const comments = new Map();                // entry -> { place, aspect, spot, blocking, text }
  const reasons = new Map();                 // entry -> reason of the decision
  const answers = new Map();                 // comment -> { open, text }
  const edits = new Map();                   // entry -> { open, edition, base, values, sent, clashes }
  let journal = null, remembered = null;     // field -> its value as JSON, as the journal has it; null before it was opened
  let wiped = false;

  /* ---- words and small parts ---- */
  function el(id) { return document.getElementById(id); }
  function word(name, ...values) {
    const place = document.querySelector('#reviewWords [data-word="' + name + '"]');
    return values.reduce(function (text, value, at) { return text.replace("{" + at + "}", value); }, place.textContent);
  }
  function make(tag, name, ...inside) {
    const one = document.createElement(tag);
    if (name) { one.className = name; }
    one.append(...inside.filter(function (part) { return part !== null && part !== ""; }));
    return one;
  }
  function button(label, name, act) {
    const one = make("button", "button" + (name ? " " + name : ""), label);
    one.type = "button";
    one.addEventListener("click", act);
    return one;
  }
  /* The only place where HTML is set: of fields that the server rendered and cleaned. */
  function written(html) {
    const one = make("div", "written");
    one.innerHTML = html;
    return one;
  }
  function text(place, value) { if (place.textContent !== value) { place.textContent = value; } }
  /* Draws a part anew when what it shows is another one; the cursor stays where it is. */
  function redraw(place, what, draw) {
    const key = JSON.stringify(what);
    if (place.drawn === key) { return; }
    place.drawn = key;
    const focus = document.activeElement;
    const id = place.contains(focus) ? focus.id : "";
    const from = id && typeof focus.selectionStart === "number" ? [focus.selectionStart, focus.selectionEnd] : null;
    place.replaceChildren(...draw().filter(Boolean));
    const back = id && el(id);
    if (back) {
      back.focus({ preventScroll: true });
      if (from) { back.setSelectionRange(from[0], from[1]); }
    }
  }
  function refuse(place, sentence) {
    const box = document.querySelector('[data-refused="' + place + '"]');
    if (!box) { return; }
    text(box, sentence || "");
    box.hidden = !sentence;
  }
  function notice(sentence, kind, link, label) {
    const box = el("reviewNotice");
    const key = sentence + (link || "");
    if (box.drawn === key) { return; }
    box.drawn = key;
    box.dataset.kind = kind || "";
    box.replaceChildren(sentence || "");
    if (link) {
      const go = make("a", "", label);
      go.href = link;
      go.target = "_blank";
      box.append(" ", go);
    }
    box.hidden = !sentence;
  }
  function at() { return now && now.at; }
  function isOpen(entry) { return entry.state === "REVEALED" || entry.state === "DECIDED"; }
  function commands() { return LEADS && now && (now.mine || now.state === "PLANNED"); }

  /* ---- to the server and back ---- */
  /* What the portal says; null when something else answers, such as a server that is about to start. */
  async function spoken(answer) {
    const type = answer.headers.get("Content-Type") || "";
    return type.startsWith("application/json") ? answer.json() : null;
  }
  async function ask(body) {
    const answer = await fetch(root.dataset.exchange, {
      method: body ? "POST" : "GET", redirect: "manual", cache: "no-store", signal: AbortSignal.timeout(NO_ANSWER),
      headers: body ? { "Content-Type": "application/json", "Accept": "application/json" } : { "Accept": "application/json" },
      body: body ? JSON.stringify(body) : undefined
    });
    return { status: answer.status, ok: answer.ok, away: answer.type === "opaqueredirect", said: await spoken(answer) };
  }
  /* Where this page is told to go first: the sign-in, or a page such as that of a new agreement; and back to here. */
  function leaves(answer) {
    const first = answer.said && answer.said.first;
    const signedOut = answer.away || answer.status === 401;
    if (!first && !signedOut) { return false; }
    const link = (first || "/sign-in") + "?from=" + encodeURIComponent(location.pathname);
    if (isLostByLeaving()) {
      notice(word(first ? "first" : "signedOut"), "away", link, word(first ? "firstGo" : "signIn"));
    } else {
      location.href = link;
    }
    return true;
  }
  function isReached(yes) {
    reached = yes;
    if (!yes) {
      notice(word("lost"), "lost");
    } else if (["lost", "away", "gone"].includes(el("reviewNotice").dataset.kind)) {
      notice("");
    }
  }
  async function look() {
    clearTimeout(timer);
    if (looking) { again = true; return; }
    looking = true;
    again = false;
    let answer = null;
    try { answer = await ask(); } catch (noConnection) { answer = null; }
    looking = false;
    if (answer && answer.ok && answer.said) {
      isReached(true);
      hear(answer.said);
      listen();
      if (verdict && !verdict.sending) { sendVerdict(); }
      const arrives = !LEADS && !arrived && now.state === "OPEN";
      (arrives ? arrive() : queue).finally(function () { root.dataset.ready = "true"; });
    } else if (answer && answer.status === 404) {
      notice(word("gone"), "gone");
    } else if (!answer || !leaves(answer)) {
      isReached(false);
    }
    if (again) { look(); return; }
    clearTimeout(timer);
    const failed = answer && answer.status >= 500;
    timer = setTimeout(look, failed ? AGAIN : answer && streams ? CHECK : POLL);
  }
  function listen() {
    if (stream || !window.EventSource || performance.now() < noStreamBefore || now.state === "CLOSED") { return; }
    const one = new EventSource(root.dataset.pings + "?known=" + now.change);
    let since = 0;
    stream = one;
    one.onopen = function () { streams = true; since = performance.now(); };
    one.onmessage = look;
    one.onerror = function () {
      one.close();
      stream = null;
      streams = false;
      const lasted = since > 0 && performance.now() - since > SHORT_STREAM;
      noStreamBefore = performance.now() + (lasted ? 0 : STREAM_AGAIN);
      look();
    };
  }
  /* One act after the other; answers "ok", "refused" or "lost". */
  function send(body, place) {
    const one = queue.then(function () { return act(body, place); });
    queue = one.catch(function () { /* said beside the field */ });
    return one;
  }
  /* An act that names where the group is can be sent again: done already, it is refused, and the next look shows it. */
  async function tried(body) {
    for (let left = REPEATABLE.includes(body.act) ? 2 : 0; ; left--) {
      let answer = null;
      try { answer = await ask(body); } catch (noConnection) { answer = null; }
      if (left === 0 || answer && (answer.said || answer.away || answer.status < 500)) { return answer; }
      await new Promise(function (done) { setTimeout(done, AGAIN); });
    }
  }
  async function act(body, place) {
    refuse(place, "");
    const answer = await tried(body);
    if (answer && answer.ok && answer.said) {
      isReached(true);
      hear(answer.said);
      return "ok";
    }
    if (answer && answer.status === 409 && answer.said) {
      refuse(place, answer.said.refused);
      look();
      return "refused";
    }
    if (answer && (answer.status === 400 || answer.status === 403 && !answer.said || answer.status === 404)) {
      refuse(place, word("broken"));
      look();
      return "refused";
    }
    if (!answer || !leaves(answer)) { isReached(false); }
    refuse(place, place === "verdict" ? "" : word("notSent"));
    clearTimeout(timer);
    timer = setTimeout(look, POLL);
    return "lost";
  }
  async function arrive() {
    arrived = true;
    arrived = await send({ act: "arrive" }, "none") === "ok";
  }
  function hear(said) {
    if (now && said.change < now.change) { return; }
    const before = at() && at().entry + at().state;
    now = said;
    heard = performance.now();
    if (now.state === "CLOSED") { wipe(); } else if (now.journal && !remembered) { openJournal(now.journal); }
    settle();
    if (before !== (at() && at().entry + at().state)) { moved(); }
    draw();
  }
  /* What was under way when the group went on. */
  function settle() {
    const here = at();
    if (verdict && here && here.entry === verdict.entry && here.own === verdict.verdict && !verdict.sending) { verdict = null; }
    if (verdict && (!here || here.entry !== verdict.entry || here.state !== "VERDICTS")) {
      if (!verdict.sending) { notice(word("late", verdict.place), "late"); }
      verdict = null;
    }
    const sent = here && unsure.get(here.entry);
    if (sent && here.comments.some(function (one) {
      return one.own && one.text === sent.text && one.aspect === sent.aspect && one.spot === sent.spot;
    })) {
      comments.delete(here.entry);
      unsure.delete(here.entry);
      refuse("comment", "");
      fillComment();
    }
  }
  function moved() {
    ["verdict", "comment", "lead", "edit"].forEach(function (place) { refuse(place, ""); });
    text(el("editSaid"), "");
    deciding = "";
    fill();
    const said = el("reviewNotice").dataset.kind;
    if (said === "restored" || said === "late" && at() && at().state === "VERDICTS") { notice(""); }
  }
  /* What was typed about the item at which the group stands. */
  function fill() {
    if (LEADS) { el("decideReason").value = at() && reasons.get(at().entry) || ""; } else { fillComment(); }
  }

  /* ---- the journal: a reload, a crash and a sign-in on the way lose nothing ---- */
  const KINDS = { comment: comments, reason: reasons, answer: answers, edit: edits };
  /* What is on this page only: the field of the journal, and its value. */
  function unsent() {
    const all = new Map();
    comments.forEach(function (one, entry) { if (one.text.trim()) { all.set("comment." + entry, one); } });
    reasons.forEach(function (one, entry) { if (one.trim()) { all.set("reason." + entry, one); } });
    answers.forEach(function (one, id) { if (one.open && one.text.trim()) { all.set("answer." + id, one); } });
    edits.forEach(function (one, entry) {
      if (isEdited(one)) { all.set("edit." + entry, { open: one.open, base: one.base, values: one.values, sent: null, clashes: {} }); }
    });
    return all;
  }
  function isLostByLeaving() { return verdict !== null || !journal && unsent().size > 0; }
  function remember() {
    if (!journal) { return; }
    const all = unsent();
    all.forEach(function (value, field) {
      const json = JSON.stringify(value);
      if (remembered.get(field) !== json) { journal.keep(field, value, 0).catch(lostJournal); }
      remembered.set(field, json);
    });
    Array.from(remembered.keys()).filter(function (field) { return !all.has(field); }).forEach(function (field) {
      remembered.delete(field);
      journal.forget(field).catch(lostJournal);
    });
  }
  function lostJournal() { journal = null; }
  async function openJournal(secret) {
    remembered = new Map();
    try {
      const opened = await Journal.open(KEPT, TAB, secret);
      const left = await opened.left();
      // of two that were left about the same, the newer one; the older one waits
      const back = new Map(left.map(function (one) { return [one.field, one]; }));
      const mine = unsent();
      const taken = Array.from(back.values()).filter(function (one) { return !mine.has(one.field); });
      taken.forEach(restore);
      journal = opened;
      remember();
      await journal.flush();
      for (const one of taken) { await journal.forget(one.field, one.tab); }
      if (taken.length === 0) { return; }
    } catch (noStorage) {
      lostJournal();
      return;
    }
    settle();
    fill();
    draw();
    notice(word("restored"), "restored");
  }
  function restore(one) {
    const [kind, id] = one.field.split(".");
    KINDS[kind].set(id, one.value);
    if (kind === "comment") { unsure.set(id, { ...one.value, text: one.value.text.trim() }); }
  }
  /* The session is closed: nothing of it can be sent any more. */
  function wipe() {
    if (wiped) { return; }
    wiped = true;
    const last = journal ? journal.flush() : Promise.resolve();
    journal = null;
    last.then(function () { return Journal.wipe(KEPT); }).catch(function () { /* nothing was kept */ });
  }

  /* ---- the page ---- */
  function draw() {
    const here = at();
    const title = here ? word("item", here.place, now.agenda.length) : word("title");
    text(el("reviewTitle"), title);
    document.title = title + " · " + PRODUCT;
    text(el("reviewLead"), now.leadName ? " · " + word("ledBy", now.leadName) : "");
    drawState(here);
    const empty = now.state === "CLOSED" ? word("closedText") + (LEADS ? " " + summary() : "")
      : now.state === "PLANNED" ? LEADS ? word("openText", now.agenda.length, now.members) : word("plannedText") : "";
    text(el("reviewEmpty"), empty);
    el("reviewEmpty").hidden = !empty;
    root.hidden = !here && !LEADS;
    root.classList.toggle("alone", !here);
    el("reviewMain").hidden = !here;
    el("decisionCard").hidden = !here || here.state !== "DECIDED";
    el("tallyCard").hidden = !here || !here.tally;
    if (here) {
      drawItem(here);
      drawDifferences(here);
      drawOutcome(here);
    }
    drawGroup(here);
    if (LEADS) { drawLead(here); } else if (here) { drawOwn(here); }
    remember();
    root.dataset.change = now.change;
    root.dataset.state = here ? here.state : now.state;
    tick();
  }
  function drawState(here) {
    const state = el("reviewState");
    const said = !here ? now.state === "CLOSED" ? "closed" : "planned"
      : here.state === "VERDICTS" ? "silent" : here.state === "REVEALED" ? "revealed" : "decided";
    text(state, said === "decided" ? word("ReviewOutcome." + here.outcome) : word(said));
    state.className = "pill" + (said === "silent" ? " silent" : said === "revealed" ? " info" : said === "decided" ? kind(here.outcome) : "");
    const gives = here && here.state === "VERDICTS";
    text(el("reviewAnswered"), gives ? word("answered", here.answered, now.members) : "");
    text(el("reviewHint"), gives && !LEADS ? word("whenAll") : "");
  }
  function kind(outcome) { return { ACCEPT: " ok", REVISE: " warn", REJECT: " bad" }[outcome] || ""; }
  function tick() {
    const here = at();
    const place = el("reviewTimer");
    if (!here || here.state !== "VERDICTS" || here.left === undefined) { text(place, ""); return; }
    const left = Math.max(0, Math.ceil(here.left - (performance.now() - heard) / 1000));
    const minutes = String(Math.floor(left / 60)).padStart(2, "0") + ":" + String(left % 60).padStart(2, "0");
    text(place, left > 0 ? word("left", minutes) : word("timeOver"));
    place.className = left > 0 ? "" : "over-time";
  }
  function drawGroup(here) {
    text(el("here"), now.state === "CLOSED" ? "" : word("here", now.here, now.members));
    const count = here ? here.answered : 0;
    redraw(el("marks"), [count, now.members, !!here], function () {
      return here ? Array.from({ length: now.members }, function (none, number) {
        return make("span", number < count ? "done" : "", number < count ? "✓" : "…");
      }) : [];
    });
    text(el("groupText"), !here ? "" : isOpen(here) ? word("openNow") : word("answered", count, now.members) + ". " + word("untilThen"));
  }

  /* ---- the item on paper: read, or edited in place by who leads ---- */
  function drawItem(here) {
    const edit = editing(here);
    const said = isOpen(here) ? here.comments : [];
    const open = said.map(function (one) { return answers.has(one.id) && answers.get(one.id).open; });
    redraw(el("reviewItem"), [here.entry, here.item, said, open, !!edit, edit && edit.clashes, commands(), here.state], function () {
      const placed = new Set();
      const of = function (aspect, spot) {
        return said.filter(function (one) { return !placed.has(one.id) && one.aspect === aspect && (spot === undefined || one.spot === spot); })
          .map(function (one) { placed.add(one.id); return comment(one, here); });
      };
      const item = here.item;
      const options = make("ol", "answers lettered");
      options.setAttribute("aria-label", word("options"));
      item.options.forEach(function (option) {
        const name = "option." + option.id + ".";
        const inside = make("div", "says", option.key ? make("span", "pill ok", word("key")) : "");
        if (edit) {
          inside.append(area(edit, name + "text", word("option", option.letter)), area(edit, name + "rationale", word("rationale")),
            option.key ? "" : area(edit, name + "misconception", word("misconception")));
        } else {
          inside.append(written(option.text));
          because(inside, word(option.key ? "because" : "wrong"), option.rationale);
          because(inside, word("catches"), option.misconception);
        }
        inside.append(...(option.key ? of("KEY") : []), ...of("OPTION", option.id));
        const letter = make("span", "letter");
        letter.setAttribute("aria-hidden", "true");
        options.append(make("li", "option" + (option.key ? " right" : ""), letter, inside));
      });
      const parts = edit
        ? [area(edit, "scenario", word("scenario")), area(edit, "question", word("question"))]
        : [item.scenario ? written(item.scenario) : null, make("div", "says-question", written(item.question))];
      parts.push(...of("STEM"), edit ? keyChoice(edit, item) : null, options);
      if (item.references.length > 0) { parts.push(make("div", "label backed", word("backed"))); }
      item.references.forEach(function (reference) { parts.push(backing(edit, reference, of("REFERENCE", reference.id))); });
      const rest = [...of("KEY"), ...of("OPTION"), ...of("REFERENCE"), ...of("LANGUAGE"), ...of("FAIRNESS")];
      if (rest.length > 0) { parts.push(make("div", "label backed", word("whole")), ...rest); }
      if (isOpen(here) && said.length === 0) { parts.push(make("p", "small dim space", word("noneSaid"))); }
      return parts;
    });
    el("editing").hidden = !edit;
  }
  function because(place, why, sentence) {
    if (sentence) { place.append(make("p", "because", make("b", "", why), " ", sentence)); }
  }
  function backing(edit, reference, said) {
    const name = "reference." + reference.id + ".";
    const inside = make("div", "inside small");
    if (edit) {
      inside.append(area(edit, name + "title", word("refTitle"), 1), area(edit, name + "url", word("refUrl"), 1),
        area(edit, name + "quote", word("refQuote")), area(edit, name + "accessed", word("refAccessed"), 1));
    } else {
      const link = make("a", "long", reference.url);
      if (/^https?:\/\//.test(reference.url)) { link.href = reference.url; }
      link.rel = "noopener noreferrer nofollow";
      link.target = "_blank";
      inside.append(make("b", "", reference.title), " ", link,
        reference.accessed ? make("span", "dimmer", " · " + word("read", day(reference.accessed))) : "",
        reference.quote ? make("p", "dim prose", "“" + reference.quote + "”") : "");
    }
    inside.append(...said);
    return make("section", "card backing", inside);
  }
  function day(iso) {
    return new Date(iso).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  }
  function aspect(one) {
    const item = at().item;
    const number = item.references.findIndex(function (reference) { return reference.id === one.spot; }) + 1;
    const option = item.options.find(function (choice) { return choice.id === one.spot; });
    return one.aspect === "OPTION" && option ? word("option", option.letter)
      : one.aspect === "REFERENCE" && number > 0 ? word("reference", number) : word("Aspect." + one.aspect);
  }
  function head(one) {
    return make("div", "head", make("b", "", aspect(one)), one.blocking ? make("span", "pill warn", word("blockingMark")) : "");
  }
  /* A comment that all see; who leads says what became of it. */
  function comment(one, here) {
    const box = make("div", "said" + (one.blocking ? " blocking" : "") + (one.resolution ? " settled" : ""), head(one), make("p", "prose", one.text));
    if (one.resolution) {
      box.append(make("p", "small", make("b", "", word("Resolution." + one.resolution)), one.reason ? ": " + one.reason : ""));
    }
    if (!commands() || here.state !== "REVEALED") { return box; }
    const answer = answers.get(one.id) || { open: false, text: "" };
    const row = make("div", "row wrap");
    if (one.resolution) {
      row.append(button(word("reopen"), "ghost", function () { resolve(one, "", ""); }));
    } else {
      const taken = button(word("takenOver"), "", function () { resolve(one, "RESOLVED", ""); });
      taken.id = "taken-" + one.id;
      if (one.blocking) { taken.dataset.blocking = "open"; }
      const over = button(word("overrule"), "", function () {
        answers.set(one.id, { open: !answer.open, text: answer.text });
        draw();
        const field = el("why-" + one.id);
        if (field) { field.focus(); }
      });
      over.id = "over-" + one.id;
      over.setAttribute("aria-expanded", String(answer.open));
      row.append(taken, over);
    }
    box.append(row);
    if (answer.open && !one.resolution) {
      const field = make("textarea");
      field.id = "why-" + one.id;
      field.rows = 2;
      field.maxLength = 2000;
      field.value = answer.text;
      field.dataset.answers = one.id;
      field.addEventListener("input", function () { answer.text = field.value; });
      const label = make("label", "", word("overruleWhy"));
      label.htmlFor = field.id;
      const error = make("span", "field-error");
      error.dataset.refused = "answer-" + one.id;
      error.setAttribute("role", "alert");
      error.hidden = true;
      const now_ = button(word("overruleNow"), "", function () { resolve(one, "OVERRULED", answer.text); });
      now_.dataset.sends = one.id;
      box.append(make("div", "field", label, field, error), make("div", "row", now_));
    }
    return box;
  }
  async function resolve(one, resolution, reason) {
    const place = resolution === "OVERRULED" ? "answer-" + one.id : "lead";
    const result = await send({ act: "answer", entry: at().entry, comment: one.id, resolution: resolution, reason: reason }, place);
    if (result === "ok") {
      answers.delete(one.id);
      draw();
    }
  }

  /* ---- the text, edited by who leads: three ways meet, what was typed here, what stood there, and what stands there now ---- */
  function editing(here) {
    const edit = LEADS && here.state === "REVEALED" && commands() ? edits.get(here.entry) : null;
    if (!edit || !here.fields) { return null; }
    Object.keys(here.fields).forEach(function (name) {
      const theirs = here.fields[name], mine = edit.values[name];
      if (theirs !== edit.base[name]) {
        const stays = mine !== edit.base[name] && mine !== theirs && !(edit.sent && edit.sent[name] === mine);
        edit.clashes[name] = stays ? theirs : undefined;
        if (!stays) { edit.values[name] = theirs; }
        edit.base[name] = theirs;
      }
    });
    edit.edition = here.edition;
    return edit.open ? edit : null;
  }
  function isEdited(edit) {
    return Object.keys(edit.values).some(function (name) { return edit.values[name] !== edit.base[name]; });
  }
  function area(edit, name, label, rows) {
    const field = make(rows === 1 ? "input" : "textarea", "input");
    field.id = "edit-" + name;
    if (rows !== 1) { field.rows = 1; }
    field.value = edit.values[name] || "";
    field.addEventListener("input", function () {
      edit.values[name] = field.value;
      text(el("editSaid"), isEdited(edit) ? word("unsaved") : "");
    });
    const title = make("label", "", label);
    title.htmlFor = field.id;
    return make("div", "field", title, field, clash(edit, name));
  }
  function clash(edit, name) {
    return edit.clashes[name] === undefined ? "" : make("span", "field-error", word("elsewhere", edit.clashes[name]));
  }
  function keyChoice(edit, item) {
    const field = make("select", "input", ...item.options.map(function (option) { return new Option(word("option", option.letter), option.id); }));
    field.id = "edit-key";
    field.value = edit.values.key;
    field.addEventListener("input", function () { edit.values.key = field.value; text(el("editSaid"), word("unsaved")); });
    const title = make("label", "", word("whichKey"));
    title.htmlFor = field.id;
    return make("div", "field which-key", title, field, clash(edit, "key"));
  }
  function toggleEdit() {
    const here = at();
    if (!here || here.state !== "REVEALED") { return; }
    const edit = edits.get(here.entry);
    if (edit) {
      edit.open = !edit.open;
    } else {
      edits.set(here.entry, { open: true, edition: here.edition, base: { ...here.fields }, values: { ...here.fields }, sent: null, clashes: {} });
    }
    text(el("editSaid"), edit && isEdited(edit) ? word("unsaved") : "");
    draw();
    const first = el("edit-scenario");
    if (first) { first.focus(); } else { control("edit").focus(); }
  }
  async function save() {
    const here = at(), edit = here && edits.get(here.entry);
    if (!edit || !edit.open) { return; }
    edit.sent = { ...edit.values };
    edit.clashes = {};
    const result = await send({ act: "edit", entry: here.entry, edition: edit.edition, fields: edit.sent }, "edit");
    edit.sent = null;
    text(el("editSaid"), result === "ok" ? word("saved") : word("unsaved"));
  }
  function drawDifferences(here) {
    const all = here.differences || [];
    el("differenceCard").hidden = all.length === 0;
    el("dropEdits").hidden = !commands() || here.state !== "REVEALED" || here.edition === 0;
    redraw(el("differences"), all, function () {
      return all.flatMap(function (field) {
        return [make("h3", "", field.part)].concat(field.paragraphs.length === 0 ? [make("p", "dim", word("form"))] : field.paragraphs.map(function (paragraph) {
          if (paragraph.skipped > 0) { return make("p", "small dimmer", word("skipped", paragraph.skipped)); }
          return make("p", "long", ...paragraph.pieces.flatMap(function (piece) {
            if (piece.kind === "SAME") { return [piece.text + " "]; }
            const added = piece.kind === "ADDED";
            return [make(added ? "ins" : "del", "", make("span", "mark", word(added ? "added" : "removed")), " " + piece.text), " "];
          }));
        }));
      });
    });
  }
  function drawOutcome(here) {
    if (here.outcome) {
      text(el("decisionPill"), word("ReviewOutcome." + here.outcome));
      el("decisionPill").className = "pill" + kind(here.outcome);
      text(el("decisionReason"), here.reason || "");
      el("decisionReason").hidden = !here.reason;
    }
    redraw(el("tally"), here.tally || {}, function () {
      return !here.tally ? [] : VERDICTS.map(function (name) {
        const count = here.tally[name] || 0;
        const bar = make("progress");
        bar.max = Math.max(1, now.members);
        bar.value = count;
        bar.setAttribute("aria-hidden", "true");
        const title = make("th", "", word("Verdict." + name));
        title.scope = "row";
        return make("tr", "", title, make("td", "", bar), make("td", "number", String(count)));
      });
    });
  }

  /* ---- of a member: the verdict, and comments before the reveal ---- */
  function drawOwn(here) {
    const gives = here.state === "VERDICTS";
    const mine = verdict && verdict.entry === here.entry ? verdict.verdict : here.own;
    el("verdicts").hidden = !gives;
    document.querySelectorAll("[data-verdict]").forEach(function (one) {
      const chosen = one.dataset.verdict === mine;
      one.setAttribute("aria-pressed", String(chosen));
      one.classList.toggle("primary", chosen);
    });
    text(el("ownVerdict"), verdict && !reached ? word("waiting", word("Verdict." + verdict.verdict))
      : !gives ? here.own ? word("given", word("Verdict." + here.own)) : word("noVerdict")
        : here.own && !verdict ? word("given.changeable", word("Verdict." + here.own)) : "");
    const own = gives ? here.comments : [];
    el("ownHead").hidden = !gives;
    redraw(el("ownComments"), [here.entry, gives, own], function () {
      if (gives && own.length === 0) { return [make("p", "small dimmer", word("noComments"))]; }
      return own.map(function (one) {
        const remove = button(word("remove"), "ghost", function () { send({ act: "takeBack", entry: here.entry, comment: one.id }, "verdict"); });
        remove.id = "remove-" + one.id;
        remove.setAttribute("aria-label", word("remove") + ": " + aspect(one));
        return make("div", "said" + (one.blocking ? " blocking" : ""), head(one), make("p", "prose", one.text), remove);
      });
    });
    el("addComment").hidden = here.state === "DECIDED";
    if (here.state === "DECIDED") {
      // what can no longer be added stays to be read and copied until it is taken out
      if ((comments.get(here.entry) || { text: "" }).text.trim()) { refuse("comment", word("tooLate")); } else { foldComment(); }
    }
    drawSpots(here);
    const elsewhere = Array.from(comments).filter(function ([entry, one]) { return entry !== here.entry && one.text.trim(); });
    text(el("keptComments"), elsewhere.map(function ([, one]) { return word("kept", one.place); }).join(" "));
    el("keptComments").hidden = elsewhere.length === 0;
  }
  function drawSpots(here) {
    const what = el("aspect").value;
    const spots = what === "OPTION" ? here.item.options.map(function (one) { return [one.id, word("option", one.letter)]; })
      : what === "REFERENCE" ? here.item.references.map(function (one, number) { return [one.id, word("reference", number + 1)]; }) : [];
    el("spotField").hidden = spots.length === 0;
    const before = el("spot").value || (comments.get(here.entry) || {}).spot;
    redraw(el("spot"), spots, function () { return spots.map(function ([id, label]) { return new Option(label, id); }); });
    if (spots.some(function ([id]) { return id === before; })) { el("spot").value = before; }
  }
  function give(name) {
    const here = at();
    if (!here || here.state !== "VERDICTS") { return; }
    verdict = { entry: here.entry, place: here.place, verdict: name, sending: false };
    sendVerdict();
    draw();
  }
  /* The same verdict twice is one, so it is sent again until an answer comes. */
  async function sendVerdict() {
    const one = verdict;
    one.sending = true;
    const result = await send({ act: "verdict", entry: one.entry, verdict: one.verdict }, "verdict");
    one.sending = false;
    if (verdict === one && result !== "lost") { verdict = null; }
    draw();
  }
  function keepComment() {
    const here = at();
    if (!here) { return; }
    const typed = { place: here.place, aspect: el("aspect").value, spot: el("spotField").hidden ? "" : el("spot").value,
      blocking: el("blocking").checked, text: el("comment").value };
    if (typed.text) { comments.set(here.entry, typed); } else { comments.delete(here.entry); }
  }
  function fillComment() {
    const here = at();
    const kept = here && comments.get(here.entry);
    el("comment").value = kept ? kept.text : "";
    el("aspect").value = kept ? kept.aspect : el("aspect").value;
    el("blocking").checked = kept ? kept.blocking : false;
    if (here) { drawSpots(here); }
    if (kept && kept.spot) { el("spot").value = kept.spot; }
    if (kept && kept.text.trim()) { unfoldComment(); } else if (document.activeElement !== el("comment")) { foldComment(); }
  }
  function unfoldComment() {
    el("commentForm").hidden = false;
    el("addComment").setAttribute("aria-expanded", "true");
  }
  function foldComment() {
    const inside = el("commentForm").contains(document.activeElement);
    el("commentForm").hidden = true;
    el("addComment").setAttribute("aria-expanded", "false");
    if (inside && !el("addComment").hidden) { el("addComment").focus(); }
  }
  async function sendComment() {
    const here = at();
    if (!here) { return; }
    keepComment();
    const typed = { entry: here.entry, aspect: el("aspect").value, spot: el("spotField").hidden ? "" : el("spot").value,
      blocking: el("blocking").checked, text: el("comment").value.trim() };
    const result = await send({ act: "comment", ...typed }, "comment");
    if (result === "ok") {
      comments.delete(typed.entry);
      if (at() && at().entry === typed.entry) {
        el("comment").value = "";
        el("blocking").checked = false;
        foldComment();
      }
    } else if (result === "lost") {
      unsure.set(typed.entry, typed);
    } else if (!el("commentForm").hidden) {
      el("comment").focus();
    }
  }

  /* ---- of who leads: the steps of an item, the agenda, the decision ---- */
  function control(name) { return document.querySelector('#acts [data-do="' + name + '"]:not([hidden])'); }
  function undecided() { return now.agenda.filter(function (line) { return line.state !== "DECIDED"; }); }
  function drawLead(here) {
    const leads = commands();
    const others = undecided().filter(function (line) { return !here || line.entry !== here.entry; });
    const done = here && here.state === "DECIDED" && others.length === 0;
    const states = [here ? here.state : now.state, done ? "DONE" : "", now.state];
    document.querySelectorAll("[data-do][data-when]").forEach(function (one) {
      const shown = leads && one.dataset.when.split(" ").some(function (when) { return states.includes(when); })
        && !(one.dataset.do === "next" && others.length === 0);
      one.hidden = !shown;
    });
    el("takeOver").hidden = leads || now.state !== "OPEN";
    text(el("takeOverText"), word("leads", now.leadName));
    const missing = here ? now.members - here.answered : 0;
    text(el("revealText"), missing > 0 ? word("revealWithout", missing) : word("reveal"));
    if (here && here.state === "VERDICTS" && missing > 0) {
      text(el("groupText"), missing === 1 ? word("missingOne") : word("missing", missing));
    }
    const blocking = here && here.state === "REVEALED" ? here.comments.filter(function (one) { return one.blocking && !one.resolution; }).length : 0;
    el("blockingNext").hidden = el("blockingNext").hidden || blocking === 0;
    text(el("blockingText"), word("blockingOpen", blocking));
    const edit = here && editing(here);
    control("edit") && control("edit").setAttribute("aria-pressed", String(!!edit));
    drawDecision(here);
    redraw(el("agenda"), [now.agenda, here && here.entry, leads], function () {
      return now.agenda.map(function (line) {
        const current = here && line.entry === here.entry;
        const state = current ? "isNow" : line.state === "DECIDED" ? "ReviewOutcome." + line.outcome : line.state === "WAITING" ? "isWaiting" : "isLater";
        const one = button(make("span", "number", String(line.place)), "ghost", function () { send({ act: "show", entry: line.entry }, "lead"); });
        one.id = "agenda-" + line.place;
        one.append(make("span", "pill" + (current ? " brand" : kind(line.outcome)), word(state)));
        one.disabled = !leads || now.state !== "OPEN";
        if (current) { one.setAttribute("aria-current", "step"); }
        return make("li", "", one);
      });
    });
    drawClosing();
  }
  function drawDecision(here) {
    if (deciding && (!here || here.state !== "REVEALED" || !commands())) { deciding = ""; }
    const inside = el("decideForm").contains(document.activeElement);
    el("decideForm").hidden = !deciding;
    ["ACCEPT", "REVISE", "REJECT"].forEach(function (outcome) {
      const one = document.querySelector('[data-do="' + outcome + '"]');
      one.setAttribute("aria-pressed", String(deciding === outcome));
      one.classList.toggle("primary", deciding === outcome);
    });
    if (inside && !deciding) { const next = control("next") || control("closing"); if (next) { next.focus(); } }
    if (!deciding) { return; }
    const name = { ACCEPT: "Accept", REVISE: "Revise", REJECT: "Reject" }[deciding];
    text(el("decideHead"), word("to" + name));
    text(el("decideHint"), word(deciding === "ACCEPT" ? "mayReason" : "needsReason"));
    text(el("decideText"), word("do" + name));
  }
  function decide(outcome) {
    if (!at() || at().state !== "REVEALED") { return; }
    deciding = outcome;
    refuse("lead", "");
    draw();
    el("decideReason").focus();
  }
  async function decideNow() {
    const here = at(), edit = edits.get(here.entry);
    if (edit && isEdited(edit)) {
      edit.open = true;
      draw();
      refuse("lead", word("unsavedEdits"));
      return;
    }
    const result = await send({ act: "decide", entry: here.entry, outcome: deciding, reason: el("decideReason").value }, "lead");
    if (result === "ok") { reasons.delete(here.entry); edits.delete(here.entry); el("decideReason").value = ""; draw(); }
    else if (!el("decideForm").hidden) { el("decideReason").focus(); }
  }
  function summary() {
    const count = function (outcome) { return now.agenda.filter(function (line) { return line.outcome === outcome; }).length; };
    return word("summary", count("ACCEPT"), count("REVISE"), count("REJECT"), undecided().length);
  }
  function drawClosing() {
    const open = undecided();
    text(el("closingText"), summary() + " " + (open.length === 0 ? word("allDecided") : word("undecided", open.map(function (line) { return line.place; }).join(", "))));
    text(el("closeNow"), open.length === 0 ? word("closeNow") : word("closeWithout", open.length));
  }
  const DO = {
    open: function () { send({ act: "open" }, "lead"); },
    reveal: function () { onEntry("reveal"); },
    moreTime: function () { onEntry("moreTime"); },
    next: function () { onEntry("next"); },
    dropEdits: function () { onEntry("dropEdits"); },
    edit: toggleEdit,
    save: save,
    discard: function () {
      const edit = edits.get(at().entry);
      edits.delete(at().entry);
      draw();
      if (edit) { control("edit").focus(); }
    },
    ACCEPT: function () { decide("ACCEPT"); },
    REVISE: function () { decide("REVISE"); },
    REJECT: function () { decide("REJECT"); },
    blocking: function () { const one = document.querySelector('[data-blocking="open"]'); if (one) { one.scrollIntoView({ block: "center" }); one.focus(); } },
    closing: function () { el("closing").showModal(); }
  };
  function onEntry(name) { if (at()) { send({ act: name, entry: at().entry }, "lead"); } }

  /* ---- hands: clicks and keys ---- */
  document.addEventListener("click", function (event) {
    const one = event.target.closest("button");
    if (!one) { return; }
    if (one.dataset.do) { DO[one.dataset.do](); }
    else if (one.dataset.verdict) { give(one.dataset.verdict); }
    else if (one.dataset.keys) { el("keys").showModal(); }
    else if (one.dataset.shut) { one.closest("dialog").close(); }
  });
  if (LEADS) {
    el("decideForm").addEventListener("submit", function (event) { event.preventDefault(); decideNow(); });
    el("decideReason").addEventListener("input", function () { if (at()) { reasons.set(at().entry, el("decideReason").value); } });
    el("undecide").addEventListener("click", function () { undecide(); });
    el("closeNow").addEventListener("click", function () { el("closing").close(); send({ act: "close" }, "lead"); });
  } else {
    el("addComment").addEventListener("click", openComment);
    el("closeComment").addEventListener("click", foldComment);
    el("commentForm").addEventListener("submit", function (event) { event.preventDefault(); sendComment(); });
    el("commentForm").addEventListener("input", function () { if (at()) { drawSpots(at()); } keepComment(); });
  }
  function openComment() {
    if (el("addComment").hidden || root.hidden) { return; }
    unfoldComment();
    el("comment").focus();
  }
  function undecide() {
    const back = document.querySelector('[data-do="' + deciding + '"]');
    deciding = "";
    draw();
    if (back) { back.focus(); }
  }
  const KEYS = LEADS
    ? { o: "open", r: "reveal", t: "moreTime", n: "next", a: "ACCEPT", v: "REVISE", x: "REJECT", e: "edit", b: "blocking", q: "closing" }
    : { 1: "ACCEPT", 2: "CHANGE", 3: "REVISE", 4: "REJECT" };
  function single(key) {
    if (!LEADS) {
      if (key === "c") { openComment(); return true; }
      if (KEYS[key] && !el("verdicts").hidden) { give(KEYS[key]); return true; }
      return false;
    }
    if (key === "g") { const here = document.querySelector("#agenda [aria-current]") || document.querySelector("#agenda button"); if (here) { here.focus(); } return true; }
    if (key === "q" && commands() && now.state === "OPEN") { DO.closing(); return true; }
    const one = KEYS[key] && control(KEYS[key]);
    if (!one) { return false; }
    // who reveals while somebody is missing shall see it: the button has the focus first, Enter does it
    if (key === "r" && at().answered < now.members && document.activeElement !== one) { one.focus(); return true; }
    DO[KEYS[key]]();
    return true;
  }
  document.addEventListener("keydown", function (event) {
    const target = event.target;
    const ctrl = (event.ctrlKey || event.metaKey) && !event.altKey;
    if (document.querySelector("dialog[open]")) { return; }
    if (ctrl && event.key.toLowerCase() === "s" && LEADS) { event.preventDefault(); save(); return; }
    if (ctrl && event.key === "Enter") {
      const form = target.closest("#commentForm, #decideForm");
      const answer = target.dataset.answers && document.querySelector('[data-sends="' + target.dataset.answers + '"]');
      if (form) { event.preventDefault(); form.requestSubmit(); } else if (answer) { event.preventDefault(); answer.click(); }
      return;
    }
    if (event.key === "Escape") { fold(target); return; }
    if (ctrl || event.altKey || event.repeat || target.closest("input:not([type=checkbox]), textarea, select")) { return; }
    if (LEADS && target.closest("#agenda") && /^Arrow(Up|Down)$/.test(event.key)) {
      const all = Array.from(document.querySelectorAll("#agenda button"));
      const next = all[all.indexOf(target) + (event.key === "ArrowUp" ? -1 : 1)];
      if (next) { event.preventDefault(); next.focus(); }
      return;
    }
    if (event.key === "?") { event.preventDefault(); el("keys").showModal(); return; }
    if (now && el("singleKeys").checked && single(event.key.toLowerCase())) { event.preventDefault(); }
  });
  function fold(target) {
    if (!LEADS) { foldComment(); return; }
    const answer = target.dataset.answers;
    if (answer) {
      answers.get(answer).open = false;
      draw();
      el("over-" + answer).focus();
    } else if (deciding) { undecide(); } else if (at() && edits.has(at().entry) && edits.get(at().entry).open) { toggleEdit(); }
  }
  el("singleKeys").checked = localStorage.getItem(SINGLE_KEYS) !== "off";
  el("singleKeys").addEventListener("change", function () { localStorage.setItem(SINGLE_KEYS, el("singleKeys").checked ? "on" : "off"); });

  /* ---- leaving and coming back ---- */
  document.addEventListener("input", remember);
  document.addEventListener("signing-out", function (event) {
    event.detail.push(unsent().size > 0 ? KEPT : null);
  });
  addEventListener("beforeunload", function (event) { if (isLostByLeaving()) { event.preventDefault(); } });
  addEventListener("pagehide", function () { if (stream) { stream.close(); } });
  addEventListener("pageshow", function (event) { if (event.persisted) { stream = null; streams = false; look(); } });
  addEventListener("online", look);
  addEventListener("offline", function () { isReached(false); });
  document.addEventListener("visibilitychange", function () { if (document.visibilityState === "visible") { look(); } });
  setInterval(function () { if (now) { tick(); } }, 500);
  look();
})();
