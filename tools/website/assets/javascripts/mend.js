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
  // What a style sheet cannot know: which cells are figures, and which are long.
  for (const cell of document.querySelectorAll("article table:not([class]) td:not([class])")) {
    const text = cell.textContent;
    if (text.length > 200) cell.className = "site-prose";
    else if (text.length < 12 && /^\$?\d/.test(text)) cell.className = "site-figure";
  }
}

new MutationObserver(mend).observe(document.body, { childList: true, subtree: true });
mend();
