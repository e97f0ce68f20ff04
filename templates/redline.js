// Steps through the changes of the view that is shown, by keys and buttons. Without it every view
// and every change is still reached: by the radio buttons and by the list of changes.
(function () {
  "use strict";
  const entries = Array.from(document.querySelectorAll(".changes li"));
  const views = Array.from(document.querySelectorAll("input[name=view]"));
  const position = document.getElementById("position");
  const place = entry => entry.querySelector("a").textContent;
  let current = 0;

  const isShown = element => element && element.getBoundingClientRect().height > 2;

  // Where a change stands in this view: where its link leads, or its other place.
  function shown(number) {
    const link = Array.from(entries[number - 1].querySelectorAll("a")).find(isShown);
    const target = link && document.getElementById(link.hash.slice(1));
    const rows = document.querySelectorAll(`.pair[data-change="${number}"]`);
    return [target, ...rows].find(isShown);
  }

  function mark(element) {
    document.querySelectorAll(".current").forEach(each => each.classList.remove("current"));
    entries[current - 1].classList.add("current");
    entries[current - 1].scrollIntoView({block: "nearest"});
    if (element) {
      element.classList.add("current");
      element.tabIndex = -1;
      element.focus({preventScroll: true});
      element.scrollIntoView({block: "center"});
    }
  }

  function go(number) {
    if (!entries.length) return;
    current = (number + entries.length - 1) % entries.length + 1;
    const element = shown(current);
    const entry = entries[current - 1];
    const kind = entry.querySelector(".kind").textContent;
    const absent = element ? "" : ", not in this view";
    // The letters of the node: a new node would have the whole page styled again.
    position.firstChild.data = `${current} of ${entries.length}: ${place(entry)}, ${kind}${absent}`;
    mark(element);
  }

  const next = () => go(current + 1);
  const previous = () => go(current ? current - 1 : entries.length);
  const keys = {n: next, j: next, p: previous, k: previous};

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const view = views[Number(event.key) - 1];
    if (view) view.click();
    else if (keys[event.key]) keys[event.key]();
    else return;
    event.preventDefault();
  });
  views.forEach(view => view.addEventListener("change", () => current && go(current)));
  entries.forEach((entry, index) => entry.addEventListener("click", event => {
    if (!event.target.closest("a")) return;
    event.preventDefault();
    go(index + 1);
  }));
  document.getElementById("next").addEventListener("click", next);
  document.getElementById("previous").addEventListener("click", previous);
  document.querySelector(".steps").hidden = false;
}());
