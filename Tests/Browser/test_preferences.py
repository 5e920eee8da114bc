"""Readers who asked their system for less motion or for colours of their own get them."""

import pytest

from support import EVERY_PAGE, GUIDE, HOME


@pytest.mark.parametrize(**EVERY_PAGE)
def test_nothing_moves_where_less_motion_is_wanted(page, path):
    page.emulate_media(reduced_motion="reduce")
    page.goto(path)
    moving = page.evaluate("""() => {
      const moves = (style) => style.animationName !== 'none' || style.scrollBehavior !== 'auto'
        || style.transitionDuration.split(', ').some((time) => parseFloat(time) > 0.001);
      return [...document.querySelectorAll('*')].flatMap((element) => (
        [null, '::before', '::after'].filter((part) => moves(getComputedStyle(element, part)))
          .map((part) => element.outerHTML.slice(0, 80) + (part || ''))));
    }""")
    assert moving == []


def test_pages_do_not_fade_into_each_other_where_less_motion_is_wanted(page):
    # Whether a browser fades depends on how fast pages come, so the style sheet is asked instead.
    page.emulate_media(reduced_motion="reduce")
    page.goto(HOME)
    fades = page.evaluate("""() => {
      const inForce = (rules) => [...rules].flatMap((rule) => {
        if (rule instanceof CSSMediaRule) {
          return matchMedia(rule.conditionText).matches ? inForce(rule.cssRules) : [];
        }
        return [rule];
      });
      return [...document.styleSheets].flatMap((sheet) => inForce(sheet.cssRules))
        .filter((rule) => rule.cssText.startsWith('@view-transition') && rule.navigation !== 'none')
        .map((rule) => rule.cssText);
    }""")
    assert fades == []


def test_step_numbers_can_be_read_in_forced_colours(page):
    page.emulate_media(forced_colors="active")
    page.goto(GUIDE)
    contrasts = page.evaluate("""() => {
      const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
      const brightness = (colour) => {
        const [red, green, blue] = channels(colour).map((value) => (
          value <= 10.3 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4));
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      // The background is that of the nearest element around which has one.
      const background = (element) => {
        for (let at = element; at; at = at.parentElement) {
          const colour = getComputedStyle(at).backgroundColor;
          if (channels(colour)[3] !== 0) return colour;
        }
        return 'rgb(255, 255, 255)';
      };
      return [...document.querySelectorAll('.step-number')].map((number) => {
        const pair = [getComputedStyle(number).color, background(number)].map(brightness);
        return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
      });
    }""")
    assert len(contrasts) > 10
    assert min(contrasts) >= 4.5


def test_step_numbers_keep_their_shape_in_forced_colours(page):
    # Forced colours take the background away, so an edge has to tell the number from the text.
    page.emulate_media(forced_colors="active")
    page.goto(GUIDE)
    edges = page.locator(".step-number").evaluate_all("""(numbers) => numbers.map((number) => {
      const style = getComputedStyle(number);
      const isDrawn = (edge) => (
        style[`${edge}Style`] !== 'none' && parseFloat(style[`${edge}Width`]) >= 1);
      return isDrawn('borderTop') || isDrawn('outline');
    })""")
    assert all(edges)
