import { defineCommand } from '../src/command/index.ts';
import { add, edit, save } from './faq/editing.ts';
import { history, restore } from './faq/history.ts';
import { gaps, stats } from './faq/numbers.ts';
import { listing, search, show } from './faq/reading.ts';
import { recover, remove } from './faq/removing.ts';
import { exporting, importing } from './faq/transfer.ts';
import { vote } from './faq/vote.ts';

export default defineCommand({
  name: 'faq',
  summary: 'Answers that the teaching staff keep',
  subcommands: [
    show,
    search,
    listing,
    vote,
    add,
    edit,
    save,
    history,
    restore,
    remove,
    recover,
    gaps,
    stats,
    exporting,
    importing,
  ],
});
