/* Light or dark: what the user chose here, else what their system prefers. */
(function () {
  const key = "portal-theme";
  const system = matchMedia("(prefers-color-scheme: dark)");
  function chosen() {
    try { return localStorage.getItem(key); } catch (e) { return null; }
  }
  function show() {
    document.documentElement.dataset.theme = chosen() || (system.matches ? "dark" : "light");
  }
  show();
  system.addEventListener("change", show);
  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-switch-theme]")) {
      const next = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
      try { localStorage.setItem(key, next); } catch (e) { /* stays for this page */ }
      document.documentElement.dataset.theme = next;
    }
  });
})();
