// No page ships client JavaScript; Remix only needs this file to exist. See docs/decisions.
export {};
