// Starts the GOV.UK Frontend components that need JavaScript. Every page works without it.

import { Button, createAll, ErrorSummary, SkipLink } from "govuk-frontend";

import { explainWords } from "./words.mjs";

// GOV.UK Frontend wants these classes on <body>. They are set here and not in an inline
// script, so that the content security policy can forbid inline scripts.
document.body.classList.add("js-enabled", "govuk-frontend-supported");

for (const component of [Button, ErrorSummary, SkipLink]) {
  createAll(component);
}

explainWords();
