<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Account</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be added</source>
        <translation>
            <numerusform>%n could not be added</numerusform>
            <numerusform>%n could not be added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries could not be read</source>
        <translation>
            <numerusform>%n entry could not be read</numerusform>
            <numerusform>%n entries could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) added</source>
        <translation>
            <numerusform>%n model added</numerusform>
            <numerusform>%n models added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) in the account {0}</source>
        <translation>
            <numerusform>%n model in the account {0}</numerusform>
            <numerusform>%n models in the account {0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new model(s) in the account</source>
        <translation>
            <numerusform>%n new model in the account</numerusform>
            <numerusform>%n new models in the account</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not tried</source>
        <translation>
            <numerusform>%n not tried</numerusform>
            <numerusform>%n not tried</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Adding models was interrupted. For %n of them a key may have been issued that was not kept.</source>
        <translation>
            <numerusform>Adding models was interrupted. For %n of them a key may have been issued that was not kept.</numerusform>
            <numerusform>Adding models was interrupted. For %n of them a key may have been issued that was not kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message numerus="yes">
        <source>%n job(s) in progress</source>
        <translation>
            <numerusform>%n job in progress</numerusform>
            <numerusform>%n jobs in progress</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <name>JobPage</name>
    <message numerus="yes">
        <source>An estimate from %n finished job(s) of this model.</source>
        <translation>
            <numerusform>An estimate from %n finished job of this model.</numerusform>
            <numerusform>An estimate from %n finished jobs of this model.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>An estimate from %n finished job(s) of this model, by their rows.</source>
        <translation>
            <numerusform>An estimate from %n finished job of this model, by its rows.</numerusform>
            <numerusform>An estimate from %n finished jobs of this model, by their rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobFacts</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobController</name>
    <message numerus="yes">
        <source>Removed the model “{0}” and %n job(s) of it.</source>
        <translation>
            <numerusform>Removed the model “{0}” and %n job of it.</numerusform>
            <numerusform>Removed the model “{0}” and %n jobs of it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed %n job(s) from this list. Nothing changes at the service.</source>
        <translation>
            <numerusform>Removed %n job from this list. Nothing changes at the service.</numerusform>
            <numerusform>Removed %n jobs from this list. Nothing changes at the service.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n job(s) shown</source>
        <translation>
            <numerusform>{0} of %n job shown</numerusform>
            <numerusform>{0} of %n jobs shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SaveController</name>
    <message numerus="yes">
        <source>Save results of %n job(s) to</source>
        <translation>
            <numerusform>Save results of %n job to</numerusform>
            <numerusform>Save results of %n jobs to</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in about %n day(s)</source>
        <translation>
            <numerusform>in about %n day</numerusform>
            <numerusform>in about %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n day(s) ago</source>
        <translation>
            <numerusform>about %n day ago</numerusform>
            <numerusform>about %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n finished job(s) of this model</source>
        <translation>
            <numerusform>from %n finished job of this model</numerusform>
            <numerusform>from %n finished jobs of this model</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobList</name>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>List</name>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s)</source>
        <translation>
            <numerusform>%n setting</numerusform>
            <numerusform>%n settings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n profile(s) of files sent</source>
        <translation>
            <numerusform>%n profile of a file sent</numerusform>
            <numerusform>%n profiles of files sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SwitchDialog</name>
    <message numerus="yes">
        <source>%n warning(s) further down</source>
        <translation>
            <numerusform>%n warning further down</numerusform>
            <numerusform>%n warnings further down</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuitGuard</name>
    <message numerus="yes">
        <source>EPA Desktop closes by itself as soon as it knows, in %n second(s) at the latest.</source>
        <translation>
            <numerusform>EPA Desktop closes by itself as soon as it knows, in %n second at the latest.</numerusform>
            <numerusform>EPA Desktop closes by itself as soon as it knows, in %n seconds at the latest.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Switch</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>History</name>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryEvent</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n row(s) answered</source>
        <translation>
            <numerusform>{0} of %n row answered</numerusform>
            <numerusform>{0} of %n rows answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prediction(s) changed</source>
        <translation>
            <numerusform>%n prediction changed</numerusform>
            <numerusform>%n predictions changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln job</numerusform>
            <numerusform>%Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln switch(es)</source>
        <translation>
            <numerusform>%Ln switch</numerusform>
            <numerusform>%Ln switches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TablePage</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) shown</source>
        <translation>
            <numerusform>%Ln row shown</numerusform>
            <numerusform>%Ln rows shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied the first %Ln row(s): more do not fit into the clipboard.</source>
        <translation>
            <numerusform>Copied the first row: more do not fit into the clipboard.</numerusform>
            <numerusform>Copied the first %Ln rows: more do not fit into the clipboard.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln row(s).</source>
        <translation>
            <numerusform>Copied %Ln row.</numerusform>
            <numerusform>Copied %Ln rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JsonModel</name>
    <message numerus="yes">
        <source>%Ln name(s)</source>
        <translation>
            <numerusform>%Ln name</numerusform>
            <numerusform>%Ln names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln value</numerusform>
            <numerusform>%Ln values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetrainingDialog</name>
    <message numerus="yes">
        <source>Send %Ln row(s)</source>
        <translation>
            <numerusform>Send %Ln row</numerusform>
            <numerusform>Send %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StateBox</name>
    <message numerus="yes">
        <source>Fix %Ln in the copy</source>
        <translation>
            <numerusform>Fix %Ln in the copy</numerusform>
            <numerusform>Fix %Ln in the copy</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewTabs</name>
    <message numerus="yes">
        <source>As it will be sent: %Ln change(s)</source>
        <translation>
            <numerusform>As it will be sent: %Ln change</numerusform>
            <numerusform>As it will be sent: %Ln changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message numerus="yes">
        <source>The first %Ln row(s) are shown</source>
        <translation>
            <numerusform>The first %Ln row is shown</numerusform>
            <numerusform>The first %Ln rows are shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingTree</name>
    <message numerus="yes">
        <source>Stops the file (%Ln)</source>
        <translation>
            <numerusform>Stops the file (%Ln)</numerusform>
            <numerusform>Stops the file (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Suggestions (%Ln)</source>
        <translation>
            <numerusform>Suggestions (%Ln)</numerusform>
            <numerusform>Suggestions (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fixed in the copy (%Ln)</source>
        <translation>
            <numerusform>Fixed in the copy (%Ln)</numerusform>
            <numerusform>Fixed in the copy (%Ln)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetrainingState</name>
    <message numerus="yes">
        <source>%Ln row(s) so far</source>
        <translation>
            <numerusform>%Ln row so far</numerusform>
            <numerusform>%Ln rows so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ready to send, with %Ln suggestion(s)</source>
        <translation>
            <numerusform>Ready to send, with %Ln suggestion</numerusform>
            <numerusform>Ready to send, with %Ln suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send in spite of %Ln problem(s)</source>
        <translation>
            <numerusform>Send in spite of %Ln problem</numerusform>
            <numerusform>Send in spite of %Ln problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s) stop these files</source>
        <translation>
            <numerusform>%Ln problem stops these files</numerusform>
            <numerusform>%Ln problems stop these files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s) stop the evaluation file</source>
        <translation>
            <numerusform>%Ln problem stops the evaluation file</numerusform>
            <numerusform>%Ln problems stop the evaluation file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s) stop this file</source>
        <translation>
            <numerusform>%Ln problem stops this file</numerusform>
            <numerusform>%Ln problems stop this file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more are suggestions.</source>
        <translation>
            <numerusform>%Ln more is a suggestion.</numerusform>
            <numerusform>%Ln more are suggestions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln can be fixed in the copy that is sent; your own file stays as it is.</source>
        <translation>
            <numerusform>%Ln can be fixed in the copy that is sent; your own file stays as it is.</numerusform>
            <numerusform>%Ln can be fixed in the copy that is sent; your own file stays as it is.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every check passed. %Ln problem(s) are fixed in the copy that is sent; your own file stays as it is.</source>
        <translation>
            <numerusform>Every check passed. %Ln problem is fixed in the copy that is sent; your own file stays as it is.</numerusform>
            <numerusform>Every check passed. %Ln problems are fixed in the copy that is sent; your own file stays as it is.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetrainingFacts</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the same %Ln column(s) and types</source>
        <translation>
            <numerusform>the same %Ln column and type</numerusform>
            <numerusform>the same %Ln columns and types</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s), {0} of them as before</source>
        <translation>
            <numerusform>%Ln column, {0} of them as before</numerusform>
            <numerusform>%Ln columns, {0} of them as before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln class(es) as before</source>
        <translation>
            <numerusform>%Ln class as before</numerusform>
            <numerusform>%Ln classes as before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) more ({0} %)</source>
        <translation>
            <numerusform>%Ln row more ({0} %)</numerusform>
            <numerusform>%Ln rows more ({0} %)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) fewer ({0} %)</source>
        <translation>
            <numerusform>%Ln row fewer ({0} %)</numerusform>
            <numerusform>%Ln rows fewer ({0} %)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the service sets a tenth aside, about %Ln row(s): differences from about {0} points, on other rows each time</source>
        <translation>
            <numerusform>the service sets a tenth aside, about %Ln row: differences from about {0} points, on other rows each time</numerusform>
            <numerusform>the service sets a tenth aside, about %Ln rows: differences from about {0} points, on other rows each time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerdictPage</name>
    <message numerus="yes">
        <source>%Ln row(s) newly right</source>
        <translation>
            <numerusform>%Ln row newly right</numerusform>
            <numerusform>%Ln rows newly right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) newly wrong</source>
        <translation>
            <numerusform>%Ln row newly wrong</numerusform>
            <numerusform>%Ln rows newly wrong</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowsPart</name>
    <message numerus="yes">
        <source>%Ln row(s) newly right</source>
        <translation>
            <numerusform>%Ln row newly right</numerusform>
            <numerusform>%Ln rows newly right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) newly wrong</source>
        <translation>
            <numerusform>%Ln row newly wrong</numerusform>
            <numerusform>%Ln rows newly wrong</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notable</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) cannot be used: a value is missing or not a number.</source>
        <translation>
            <numerusform>%Ln row cannot be used: a value is missing or not a number.</numerusform>
            <numerusform>%Ln rows cannot be used: a value is missing or not a number.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportController</name>
    <message numerus="yes">
        <source>%Ln more row(s) are in the Results window of EPA Desktop.</source>
        <translation>
            <numerusform>%Ln more row is in the Results window of EPA Desktop.</numerusform>
            <numerusform>%Ln more rows are in the Results window of EPA Desktop.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WarningList</name>
    <message numerus="yes">
        <source>%n API key(s) need attention</source>
        <translation>
            <numerusform>%n API key needs attention</numerusform>
            <numerusform>%n API keys need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n need(s) attention – {0}</source>
        <translation>
            <numerusform>%n needs attention – {0}</numerusform>
            <numerusform>%n need attention – {0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message numerus="yes">
        <source>%n job(s) have ended</source>
        <translation>
            <numerusform>%n job has ended</numerusform>
            <numerusform>%n jobs have ended</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Predictions</name>
    <message numerus="yes">
        <source>The first %n row(s) of {0}.</source>
        <translation>
            <numerusform>The first row of {0}.</numerusform>
            <numerusform>The first %n rows of {0}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This check sends %n request(s), one for each row.</source>
        <translation>
            <numerusform>This check sends %n request, for its one row.</numerusform>
            <numerusform>This check sends %n requests, one for each row.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Asks the same rows before and after each switch of this model: %n request(s) a switch.</source>
        <translation>
            <numerusform>Asks the same rows before and after each switch of this model: %n request a switch.</numerusform>
            <numerusform>Asks the same rows before and after each switch of this model: %n requests a switch.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n row(s) answered</source>
        <translation>
            <numerusform>{0} of %n row answered</numerusform>
            <numerusform>{0} of %n rows answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prediction(s) changed</source>
        <translation>
            <numerusform>%n prediction changed</numerusform>
            <numerusform>%n predictions changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancelled: %n row(s) not asked.</source>
        <translation>
            <numerusform>Cancelled: %n row not asked.</numerusform>
            <numerusform>Cancelled: %n rows not asked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) not asked: the same would have come of them.</source>
        <translation>
            <numerusform>%n row not asked: the same would have come of them.</numerusform>
            <numerusform>%n rows not asked: the same would have come of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NeedsButton</name>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BeforeDialog</name>
    <message numerus="yes">
        <source>%n request(s) now, and as many after the switch.</source>
        <translation>
            <numerusform>%n request now, and as many after the switch.</numerusform>
            <numerusform>%n requests now, and as many after the switch.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeveralPart</name>
    <message numerus="yes">
        <source>%n job(s) selected.</source>
        <translation>
            <numerusform>%n job selected.</numerusform>
            <numerusform>%n jobs selected.</numerusform>
        </translation>
    </message>
</context>
</TS>
