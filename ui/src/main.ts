//! Starts the page in either window.

import { mount } from 'svelte'
import App from './App.svelte'
import { app } from './app.svelte'

const target = document.getElementById('app')
if (!target) throw new Error('index.html has no #app')

void app.start().then(() => {
  target.replaceChildren()
  mount(App, { target })
})
