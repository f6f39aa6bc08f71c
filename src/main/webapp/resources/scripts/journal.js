/* The journal of the writing desk: every change of a draft at once on this device, encrypted with the key of the draft that
   the server hands out while the seat is open. Without the key, what is left on the device says nothing. */
"use strict";
const Journal = (function () {
  const DATABASE = "sme-desk";
  const STORE = "words";

  function asked(request) {
    return new Promise(function (done, failed) {
      request.onsuccess = function () { done(request.result); };
      request.onerror = function () { failed(request.error); };
    });
  }

  function database() {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = function () {
      request.result.createObjectStore(STORE, { keyPath: ["draft", "tab", "field"] });
    };
    return asked(request);
  }

  function bound(entry) { return new TextEncoder().encode([entry.draft, entry.tab, entry.field].join("|")); }

  /* All entries of one draft, of whichever tab. */
  function ofDraft(draft) { return IDBKeyRange.bound([draft], [draft, []]); }

  class OpenJournal {
    constructor(base, key, draft, tab) {
      this.base = base;
      this.key = key;
      this.draft = draft;
      this.tab = tab;
      this.waiting = new Map();
      this.writing = Promise.resolve();
    }

    /* The last value of a field wins, in the order in which they were typed. */
    keep(field, value, version) {
      this.waiting.set(field, { value: value, version: version });
      return this.flush();
    }

    forget(field, tab) {
      if (!tab || tab === this.tab) { this.waiting.set(field, null); return this.flush(); }
      return this.change(function (store, draft) { store.delete([draft, tab, field]); });
    }

    flush() {
      this.writing = this.writing.then(() => this.write());
      return this.writing;
    }

    async write() {
      const now = Array.from(this.waiting);
      this.waiting.clear();
      const entries = [];
      for (const [field, typed] of now) {
        const entry = { draft: this.draft, tab: this.tab, field: field, at: Date.now() };
        if (typed) {
          entry.iv = crypto.getRandomValues(new Uint8Array(12));
          entry.words = await crypto.subtle.encrypt(
            { name: "AES-GCM", iv: entry.iv, additionalData: bound(entry) }, this.key,
            new TextEncoder().encode(JSON.stringify(typed)));
        }
        entries.push(entry);
      }
      if (entries.length === 0) { return; }
      await this.change(function (store) {
        entries.forEach(function (entry) {
          if (entry.words) { store.put(entry); } else { store.delete([entry.draft, entry.tab, entry.field]); }
        });
      });
    }

    change(act) {
      const transaction = this.base.transaction(STORE, "readwrite", { durability: "strict" });
      act(transaction.objectStore(STORE), this.draft);
      return new Promise(function (done, failed) {
        transaction.oncomplete = done;
        transaction.onerror = function () { failed(transaction.error); };
        transaction.onabort = transaction.onerror;
      });
    }

    /* What other tabs left behind, whose pages are closed: [{ field, value, version, tab }], the oldest first. */
    async left() {
      const store = this.base.transaction(STORE).objectStore(STORE);
      const entries = await asked(store.getAll(ofDraft(this.draft)));
      const living = new Set((await navigator.locks.query()).held.map(function (lock) { return lock.name; }));
      const found = [];
      for (const entry of entries.sort(function (a, b) { return a.at - b.at; })) {
        if (entry.tab === this.tab || living.has("desk-" + entry.tab)) { continue; }
        try {
          const words = await crypto.subtle.decrypt(
            { name: "AES-GCM", iv: entry.iv, additionalData: bound(entry) }, this.key, entry.words);
          const typed = JSON.parse(new TextDecoder().decode(words));
          found.push({ field: entry.field, value: typed.value, version: typed.version, tab: entry.tab });
        } catch (sealedOtherwise) {
          await this.forget(entry.field, entry.tab);
        }
      }
      return found;
    }

    /* Answers how many words there were. */
    async wipe() {
      const words = await asked(this.base.transaction(STORE).objectStore(STORE).count(ofDraft(this.draft)));
      await this.change(function (store, draft) { store.delete(ofDraft(draft)); });
      return words;
    }
  }

  return {
    /* {@code secret} is base64; the tab holds a lock as long as it lives, so that others leave its words alone. */
    async open(draft, tab, secret) {
      const raw = Uint8Array.from(atob(secret), function (c) { return c.charCodeAt(0); });
      const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
      raw.fill(0);
      const base = await database();
      await new Promise(function (held) {
        navigator.locks.request("desk-" + tab, function () { held(); return new Promise(function () {}); });
      });
      return new OpenJournal(base, key, draft, tab);
    },

    /* For good: the draft was handed in, or its time is over. */
    async wipe(draft) {
      const base = await database();
      const words = await new OpenJournal(base, null, draft, "").wipe();
      base.close();
      return words;
    },

    /* Those with words that the server does not have yet. */
    async drafts() {
      const base = await database();
      const keys = await asked(base.transaction(STORE).objectStore(STORE).getAllKeys());
      base.close();
      return Array.from(new Set(keys.map(function (key) { return key[0]; })));
    },

    /* All drafts, at sign-out. */
    async wipeAll() {
      const base = await database();
      await new OpenJournal(base, null, "", "").change(function (store) { store.clear(); });
      base.close();
    }
  };
})();
document.querySelectorAll("[data-wipe-journal]").forEach(function (place) {
  Journal.wipe(place.dataset.wipeJournal).catch(function () { /* nothing was kept */ });
});
