// What the theme leaves out, first for those who use a keyboard or a screen reader.

function mend() {
  // Each block of code has a <nav> for its button: too many landmarks, all without a name.
  for (const nav of document.querySelectorAll("nav.md-code__nav:not([role])")) nav.setAttribute("role", "none");
  // A table that scrolls sideways has to be reached before it can be scrolled.
  for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap:not([tabindex])")) {
    wrap.tabIndex = 0;
    wrap.setAttribute("role", "group");
    wrap.setAttribute("aria-label", "Table, which may scroll sideways");
  }
  // What a style sheet cannot know: which cells are long, and which are one name or figure.
  for (const cell of document.querySelectorAll("article table:not([class]) td:not([class])")) {
    const text = cell.textContent;
    if (text.length > 200) cell.className = "site-prose";
    else if (/^(\S{1,40}|\$?\d.{0,10})$/.test(text)) cell.className = "site-whole";
  }
}

new MutationObserver(mend).observe(document.body, { childList: true, subtree: true });
mend();
