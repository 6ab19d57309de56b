#!/usr/bin/env bash
# One run of `khabar check` in GitHub Actions: annotations on the output, a step summary, SARIF in a file. Ends as the check does.
set -uo pipefail
status=0
# Paths and options are lists of words, as they are written in a workflow.
read -ra paths <<<"${KHABAR_PATHS:-.}"
read -ra options <<<"${KHABAR_OPTIONS:-}"
summary=$(mktemp)
trap 'rm -f "$summary"' EXIT
"${KHABAR:-khabar}" check ${options[@]+"${options[@]}"} --cache "${KHABAR_CACHE:-.khabar-cache}" --format github \
  --also "sarif=${KHABAR_SARIF:-khabar.sarif}" --also "markdown=$summary" -- "${paths[@]}" || status=$?
if [[ -n ${GITHUB_STEP_SUMMARY:-} ]]; then cat "$summary" >>"$GITHUB_STEP_SUMMARY"; fi
if [[ -n ${GITHUB_OUTPUT:-} ]]; then echo "sarif=${KHABAR_SARIF:-khabar.sarif}" >>"$GITHUB_OUTPUT"; fi
exit "$status"
