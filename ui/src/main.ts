//! Starts the page in either window.

import { mount } from 'svelte'
import App from './App.svelte'
import { app } from './app.svelte'
import { tendTyping } from './typing'

const target = document.getElementById('app')
if (!target) throw new Error('index.html has no #app')

tendTyping(window)
void app.start().then(() => {
  target.replaceChildren()
  mount(App, { target })
})
