// Comfort only: every page works without these, and the server decides what is true.
import { board } from "./board.js";
import { draft } from "./draft.js";
import { harvest } from "./harvest.js";
import { leaveWarning } from "./leave_warning.js";
import { menus } from "./menus.js";
import { news } from "./news.js";
import { onDemand } from "./on_demand.js";
import { order } from "./order.js";
import { phases } from "./phases.js";
import { phone } from "./phone.js";
import { richText } from "./rich_text.js";
import { submitOnce } from "./submit_once.js";
import { suggest } from "./suggest.js";
import { tabs } from "./tabs.js";

const summary = document.querySelector("main > .error-summary");
if (summary) summary.focus();

menus(document);
tabs(document);
leaveWarning(document);
draft(document);
submitOnce(document);
suggest(document);
news(document);
onDemand(document);
order(document);
phases(document);
richText(document);
phone(document);
harvest(document);
board(document);
