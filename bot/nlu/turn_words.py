"""Words that tell what kind of message one has before one."""

from __future__ import annotations

import re

CLAIM = re.compile(
    r"claim|reimburs|fundable|計唔計|计不计|算唔算得|報唔報|报销|報銷|資唔資助|資助到|資助得|cover",
    re.IGNORECASE,
)
RESET = re.compile(
    r"重新|重頭|重头|由頭|从头|從頭|清|歸零|归零|再計過|重計|重算|計過|reset|restart|start (?:over|again|afresh)|"
    r"scratch|clear|wipe|new (?:sum|budget|calculation)|forget",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"[?？]|[嗎吗咩呢麼么]|唔|不|點|点|幾|几|邊|边|哪|多少|什|乜|誰|谁|何|怎|可以|可否|能否|會否|是否"
    r"|有冇|有[沒没]有|[係系是].{1,20}定|[請请][問问]|想[問问知]|[幫帮]我|話我知|告[訴诉]"
    r"|\b(?:what|how|who|when|where|which|why|can|could|does|do|is|are|may|will|should|tell)\b",
    re.IGNORECASE,
)


def is_question(text: str) -> bool:
    """Whether a text has the look of a question, in any of the languages."""
    return bool(_QUESTION.search(text))
